import type { ProjectPart, Route, StudyTab } from '#window/state/route.ts';
import type { Connection } from '#window/client/client.ts';
import type { Theme } from '#window/state/theme.svelte.ts';

/** What stands around the pages: side bar, connection, titles. */
export interface FrameMessages {
  readonly pages: Readonly<
    Record<
      Exclude<
        Route['page'],
        | ProjectPart
        | 'study'
        | 'change-plan'
        | 'model'
        | 'collection'
        | 'document'
        | 'frozen-document'
        | 'settle'
        | 'label-errors'
        | 'geometry'
        | 'annotate'
        | 'watching'
        | 'explanation'
        | 'worklist'
        | 'inspection'
      >,
      string
    >
  >;
  readonly study: string;
  readonly workspaceHint: (workspace: string) => string;
  readonly workspaceSwitch: (workspace: string) => string;
  readonly studyTabs: Readonly<Record<StudyTab, string>>;
  readonly studyTitle: (tab: string, study: string) => string;
  readonly changePlanTitle: (study: string) => string;
  readonly chooseWorkspace: string;
  readonly unnamedStudy: string;
  readonly skipToContent: string;
  readonly mainNavigation: string;
  readonly recentStudies: string;
  readonly newStudy: string;
  readonly language: string;
  readonly colours: Readonly<Record<Theme, string>>;
  readonly changeColours: (now: string) => string;
  readonly connection: Readonly<Record<Connection, string>>;
  readonly onlyThisMachine: string;
}

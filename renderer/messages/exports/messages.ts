import type { ExportFormatName, ExportLossName } from '#contract/export-formats.ts';

/** Documents that leave the workspace, and the counting of their tokens. */
export interface ExportsMessages {
  readonly export: string;
  readonly title: string;
  readonly isPlain: string;
  readonly care: string;
  readonly format: string;
  readonly formats: Readonly<Record<ExportFormatName, string>>;
  readonly folder: string;
  readonly folderHint: (name: string) => string;
  readonly countFirst: string;
  readonly working: Readonly<Record<'counting' | 'writing', (subject: string) => string>>;
  readonly exportOf: (subject: string) => string;
  readonly leaving: (documents: number, patients: number, characters: string) => string;
  readonly withoutPatient: (count: number) => string;
  readonly holdsAll: string;
  readonly cannotHold: string;
  readonly losses: Readonly<Record<ExportLossName, string>>;
  readonly lost: string;
  readonly count: string;
  readonly ofWhich: string;
  readonly typeWithCount: (type: string, count: string) => string;
  readonly question: (folder: string) => string;
  readonly write: string;
  readonly takeBack: string;
  readonly stop: string;
  readonly stopped: string;
  readonly done: (files: number, folder: string) => string;
  readonly tokens: string;
  readonly tokensNote: string;
  readonly vocabularyOf: string;
  readonly noModels: string;
  readonly countTokens: string;
  readonly countingWith: (model: string) => string;
  readonly countStopped: string;
  readonly tokenTotals: (
    counts: Readonly<
      Record<'tokens' | 'longer' | 'documents' | 'limit' | 'beyond' | 'share', string>
    >,
  ) => string;
  readonly tokenLengths: (list: string) => string;
  readonly longer: (limit: string) => string;
  readonly beyond: string;
  readonly chosenFigures: string;
  readonly setLead: (version: number) => string;
}

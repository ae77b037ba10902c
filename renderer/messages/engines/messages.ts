import type { EngineView } from '#contract/engines.ts';

/** The page of engines. */
export interface EnginesMessages {
  readonly title: string;
  readonly lead: string;
  readonly states: Readonly<Record<EngineView['state'], string>>;
  readonly measuring: string;
  readonly measureAgain: string;
  readonly onThisMachine: string;
  readonly engine: string;
  readonly state: string;
  readonly stepsPerSecond: string;
  readonly tokensPerSecond: string;
  readonly detail: string;
  readonly chosen: string;
  readonly othersShare: (share: string) => string;
  readonly measuringNow: (engines: string) => string;
  readonly notMeasured: string;
  readonly measuredAt: (moment: string) => string;
  readonly measuredWith: (shape: {
    readonly layers: number;
    readonly hiddenSize: string;
    readonly rows: number;
    readonly tokens: string;
  }) => string;
  /** What a workspace holds, in whole phrases for a list. */
  readonly studies: (count: number) => string;
  readonly models: (count: number) => string;
  readonly corpora: (count: number) => string;
  readonly workspaceHolds: (workspace: string, held: string) => string;
  readonly version: (version: string) => string;
}

import type { LabelErrorsView } from '#contract/label-errors.ts';

type Issue = LabelErrorsView['rows'][number];

/** Labels of a frozen set that a model does not believe. */
export interface LabelErrorsMessages {
  readonly title: string;
  readonly lead: string;
  readonly setVersion: (set: string, version: number) => string;
  readonly find: string;
  readonly findNote: string;
  readonly labels: string;
  readonly labelKinds: Readonly<Record<'classes' | 'spans', string>>;
  readonly model: string;
  readonly words: string;
  readonly chooseModel: string;
  readonly folds: string;
  readonly frozen: string;
  readonly start: string;
  readonly checks: string;
  readonly noChecks: string;
  readonly foldsOf: (done: string, all: string) => string;
  readonly walk: string;
  readonly walkNamed: (model: string) => string;
  readonly progressOf: (model: string) => string;
  readonly queue: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<Issue['kind'], string>>;
  readonly allKinds: string;
  readonly found: (count: number) => string;
  readonly decided: (kept: string, changed: string) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly given: string;
  readonly expected: string;
  readonly nothing: string;
  readonly keep: string;
  readonly change: string;
  readonly openAgain: string;
  readonly decisions: Readonly<Record<'open' | 'kept' | 'changed', string>>;
  readonly text: string;
  readonly markOf: Readonly<Record<'given' | 'expected', (label: string) => string>>;
  readonly apply: string;
  readonly applied: (version: number, changed: number) => string;
  readonly compared: (other: number, same: number) => string;
  readonly toVersion: string;
  readonly backToSet: string;
}

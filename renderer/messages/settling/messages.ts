import type { ProjectPart } from '#window/state/route.ts';
import type { AgreementView, Corrections, DifferencesView } from '#contract/annotation-settling.ts';

type Figure = AgreementView['figures'][number];
type Conflict = DifferencesView['conflicts'][number];

/** What two persons gave to the same documents: agreement, differences, what became of them, sets. */
export interface SettlingMessages {
  readonly navigation: (project: string) => string;
  readonly parts: Readonly<Record<ProjectPart, string>>;

  readonly agreementLead: string;
  readonly marks: string;
  readonly marksNote: string;
  readonly classes: string;
  readonly classesNote: string;
  readonly pairs: string;
  readonly pairsNote: string;
  readonly measures: Readonly<Record<Figure['measure'], string>>;
  readonly shortMeasures: Readonly<Record<Figure['measure'], string>>;
  readonly type: string;
  readonly className: string;
  readonly allTypes: string;
  readonly allClasses: string;
  readonly persons: string;
  readonly pair: (first: string, second: string) => string;
  readonly documents: string;
  readonly markCount: string;
  readonly givenCount: string;
  readonly within: (lower: string, upper: string) => string;
  readonly rests: (documents: number) => string;
  readonly notDefined: string;
  readonly undefinedBecause: Readonly<Record<NonNullable<Figure['undefinedBecause']>, string>>;
  readonly withoutInterval: Readonly<Record<NonNullable<Figure['withoutInterval']>, string>>;

  readonly settlingLead: string;
  readonly settleNext: string;
  readonly found: (count: number) => string;
  readonly document: string;
  readonly differences: string;
  readonly decided: string;
  readonly state: string;
  readonly states: Readonly<Record<'open' | 'settled' | 'agreed', string>>;
  readonly noPairs: string;
  readonly noPairsHint: string;

  readonly progressOf: (document: string) => string;
  readonly place: (place: string, count: string) => string;
  readonly kinds: Readonly<Record<Conflict['kind'], string>>;
  readonly hidden: string;
  readonly sides: Readonly<Record<'left' | 'right', string>>;
  readonly keep: Readonly<Record<NonNullable<Conflict['decision']>, string>>;
  readonly kept: Readonly<Record<NonNullable<Conflict['decision']>, string>>;
  readonly nothing: string;
  readonly open: string;
  readonly takeBack: string;
  readonly allSettled: string;
  readonly noDifferences: string;
  readonly nextDocument: string;
  readonly backToList: string;
  readonly markOfSide: Readonly<Record<'left' | 'right', (label: string) => string>>;
  readonly spoken: (place: string, kind: string, left: string, right: string) => string;

  readonly correctionsLead: string;
  readonly mine: string;
  readonly other: string;
  readonly outcome: string;
  readonly outcomes: Readonly<
    Record<Corrections['rows'][number]['conflicts'][number]['kept'], string>
  >;
  readonly noCorrections: string;
  readonly noCorrectionsHint: string;
  readonly allAgreed: string;
  readonly earlier: string;
  readonly later: string;
  readonly pageOf: (from: string, to: string, total: string) => string;

  readonly freeze: string;
  readonly freezeTitle: (project: string) => string;
  readonly freezeLead: string;
  readonly setName: string;
  readonly whose: string;
  readonly settledLabels: string;
  readonly labelsOf: (person: string) => string;
  readonly slice: string;
  readonly slices: Readonly<Record<'all' | 'test' | 'rest', string>>;
  readonly freezeNow: string;
  readonly frozen: (name: string, version: number, documents: number) => string;
  readonly leftOut: Readonly<Record<'open' | 'unsettled' | 'others', (count: number) => string>>;
  readonly toSet: string;
}

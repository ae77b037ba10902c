import type {
  DecisionKind,
  DisagreementReason,
  WorklistFilter,
} from '#contract/screening-choices.ts';
import type { ScreeningView } from '#contract/screening-work.ts';
import type { ScreenedPatientView, ScreeningReleaseView } from '#contract/screening.ts';

/** Released models, the patients on whom they have a word, and what people decide. */
export interface ScreeningMessages {
  readonly title: string;
  readonly lead: string;
  readonly releases: string;
  readonly noReleases: string;
  readonly noReleasesHint: string;
  readonly name: string;
  readonly standing: string;
  readonly model: string;
  readonly looksFor: string;
  readonly claim: string;
  readonly until: string;
  readonly noThreshold: string;
  readonly show: string;
  readonly patients: string;
  readonly nobody: string;
  readonly keysTitle: string;
  readonly reasonKeys: string;
  readonly decide: string;
  readonly why: string;
  readonly remark: string;
  readonly decisions: string;
  readonly explain: string;
  readonly wholeNote: string;
  readonly noteRemoved: string;
  readonly indicatorTerm: string;
  readonly emptySet: string;
  readonly forTrial: string;
  readonly standings: Readonly<Record<ScreeningReleaseView['standing'], string>>;
  readonly filters: Readonly<Record<WorklistFilter, string>>;
  readonly outcomes: Readonly<Record<ScreenedPatientView['notes'][number]['outcome'], string>>;
  readonly kinds: Readonly<Record<DecisionKind, string>>;
  readonly decided: Readonly<Record<DecisionKind, string>>;
  readonly reasons: Readonly<Record<DisagreementReason, string>>;
  readonly commands: Readonly<Record<'next' | 'previous' | 'keys', string>>;
  readonly claimed: (wanted: string, bound: string) => string;
  readonly filtered: (filter: string, count: string) => string;
  readonly nobodyHint: (release: string) => string;
  readonly notJudged: (count: string) => string;
  readonly more: (count: string) => string;
  readonly notesOf: (patient: string) => string;
  readonly note: (id: string) => string;
  readonly version: (number: string) => string;
  readonly probability: (value: string) => string;
  readonly set: (classes: string) => string;
  /** Why a note was not judged, or not as a whole. */
  readonly doubts: {
    readonly empty: string;
    readonly tooLarge: (characters: string) => string;
    readonly otherScript: (share: string) => string;
    readonly otherLanguage: (name: string) => string;
    readonly unknownText: (share: string) => string;
    readonly partlyRead: (share: string) => string;
  };
  readonly release: string;
  readonly releaseLead: string;
  readonly decision: string;
  readonly chooseModel: string;
  readonly nameHint: string;
  readonly intendedUse: string;
  readonly population: string;
  readonly putToWork: string;
  readonly couldClaim: string;
  readonly learnedFrom: string;
  readonly lookingUp: string;
  readonly noReleasable: string;
  readonly noReleasableHint: string;
  readonly look: string;
  readonly by: string;
  readonly notesOfCollection: string;
  readonly chooseCollection: string;
  readonly start: string;
  readonly lookNote: string;
  readonly stop: string;
  readonly toWorklist: string;
  readonly screenings: string;
  readonly collection: string;
  readonly when: string;
  readonly state: string;
  readonly notes: string;
  readonly alerts: string;
  readonly states: Readonly<Record<ScreeningView['state'], string>>;
  /** `languages` is empty where none is known. */
  readonly learnedNotes: (notes: string, languages: string) => string;
  readonly collectionOption: (name: string, documents: string) => string;
  readonly looking: (release: string, collection: string) => string;
  readonly doneOf: (done: string, notes: string) => string;
  readonly looked: (release: string, notes: string) => string;
  readonly stoppedAt: (done: string, notes: string) => string;
}

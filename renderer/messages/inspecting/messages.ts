import type { ProofView } from '#contract/screening-inspection.ts';

/** What is kept of a release, for who has to prove it. */
export interface InspectingMessages {
  readonly record: string;
  /** Of a link to it. */
  readonly open: string;
  readonly title: (release: string) => string;
  readonly lead: string;
  readonly filter: string;
  readonly patient: string;
  readonly note: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly clear: string;
  readonly proven: string;
  readonly notProven: string;
  readonly chain: (entries: string) => string;
  readonly brokenAt: (entry: string) => string;
  readonly head: string;
  readonly model: string;
  readonly preprocessing: string;
  readonly text: string;
  readonly input: string;
  readonly counts: (notes: string, recorded: string) => string;
  readonly states: Readonly<Record<ProofView['state'], string>>;
  readonly batches: string;
  readonly decisions: string;
  readonly release: string;
  readonly entry: (position: string) => string;
  readonly said: string;
  readonly outcome: string;
  readonly probability: string;
  readonly threshold: string;
  readonly proof: string;
  readonly hashes: string;
  readonly noteVersion: (note: string, version: string) => string;
  readonly screenedFor: (person: string) => string;
  readonly corrected: (number: string) => string;
  readonly decisionCorrected: (number: string) => string;
  readonly somebody: string;
  readonly none: string;
  readonly noneHint: string;
  readonly found: (count: string) => string;
  readonly more: string;
  readonly whole: string;
}

/** What somebody says of a patient on a worklist. The list is closed. */
export const decisionKinds = ['agree', 'disagree', 'defer', 'refer'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Why somebody does not agree with a model. The list is closed; what it lacks goes into the remark. */
export const disagreementReasons = [
  /** The note says that the patient does not have it. */
  'denied',
  /** It was so, and is no longer. */
  'past',
  /** The note speaks of a relative or another patient. */
  'someone-else',
  /** Nothing in the note says so. */
  'not-in-text',
  /** It is so, and was found already: nothing more is to be done. */
  'known-already',
  /** It is so, but what would be offered does not suit this patient. */
  'not-suitable',
  'other',
] as const;
export type DisagreementReason = (typeof disagreementReasons)[number];

export interface NewScreeningDecision {
  readonly releaseId: number;
  /** As the screened notes have it. */
  readonly subject: string;
  readonly patient: string | null;
  /** Numbers of the screened notes that were looked at. */
  readonly notes: readonly number[];
  readonly kind: DecisionKind;
  /** Of a disagreement, and of nothing else. */
  readonly reason: DisagreementReason | null;
  /** Empty for none. It may quote a note: it stands in the encrypted database and nowhere else. */
  readonly remark: string;
}

/** Never changed: who thinks otherwise later decides anew, and the newest counts. */
export interface ScreeningDecision extends NewScreeningDecision {
  readonly id: number;
  /** Id of who decided; null where nobody is known. */
  readonly person: string | null;
  readonly atMs: number;
}

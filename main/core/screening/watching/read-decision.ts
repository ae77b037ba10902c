import type {
  DecisionKind,
  DisagreementReason,
  ScreeningDecision,
} from '#core/domain/screening-decision.ts';

/** Whether what is looked for is there, as somebody has it who decided; null where that is open. */
const ofKind: Readonly<Record<Exclude<DecisionKind, 'disagree'>, boolean | null>> = {
  ...{ agree: true, refer: true, defer: null },
};

/** Who disagrees with an offer does not always say that the release was wrong. */
const ofReason: Readonly<Record<DisagreementReason, boolean | null>> = {
  denied: false,
  past: false,
  'someone-else': false,
  'not-in-text': false,
  'known-already': true,
  'not-suitable': true,
  other: null,
};

export function readDecision({
  kind,
  reason,
}: Pick<ScreeningDecision, 'kind' | 'reason'>): boolean | null {
  if (kind !== 'disagree') return ofKind[kind];
  return reason === null ? null : ofReason[reason];
}

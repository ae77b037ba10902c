/** Without the check of what comes in, which the window has no use for. */
export {
  decisionKinds,
  disagreementReasons,
  type DecisionKind,
  type DisagreementReason,
} from '#core/domain/screening-decision.ts';
export { worklistFilters, type WorklistFilter } from '#core/domain/screening-worklist.ts';

import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What is kept of a last test: what is told of it, and the scores that it is derived from. */
export interface KeptLastTest {
  readonly told: LastTest;
  readonly predictions: FoldPredictions;
}

/** What is known of the last tests of a study, by task and model. */
export function listLastTests(workspace: Workspace, studyId: string): LastTest[] {
  return workspace.lastTests.listByStudy(studyId).map((kept) => (kept as KeptLastTest).told);
}

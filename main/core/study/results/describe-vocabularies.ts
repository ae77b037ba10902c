import { vocabularyKey } from '#core/domain/run-keys.ts';
import type { Run } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { VocabularySummary } from '#core/report/study-results.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** What the finished runs of a study say of its vocabularies: those trained, then those extended. */
export function describeVocabularies(
  workspace: Workspace,
  plan: Plan,
  runs: readonly Run[],
): VocabularySummary[] {
  const describe = (run: Run, of: Pick<VocabularySummary, 'name' | 'kind' | 'algorithm'>) => {
    const summary = readSummary(workspace, run, 'vocabulary');
    if (summary === null) return [];
    const { vocabularySize: size, addedCount = null, cuts = [] } = summary;
    return [{ ...of, size, addedCount, runId: run.id, corpora: cuts }];
  };
  const trained = Object.entries(plan.vocabularies).flatMap(([name, { algorithm }]) =>
    runs
      .filter(({ key }) => key === vocabularyKey(name))
      .flatMap((run) => describe(run, { name, kind: 'trained', algorithm })),
  );
  const extended = runs
    .filter(({ kind, model }) => kind === 'vocabulary' && model !== null)
    .flatMap((run) => describe(run, { name: run.model ?? '', kind: 'extended', algorithm: null }));
  return [...trained, ...extended];
}

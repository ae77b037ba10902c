import type { RecordedFacts } from '#core/report/study-results.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';

/** What the section of methods tells beside the tables: readings, seed and settings. @throws record.missing */
export function describeRecorded(workspace: Workspace, studyId: string): RecordedFacts {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  return {
    readings: [
      ...lastReadings(workspace, { studyId, of: 'corpus', names: Object.keys(plan.corpora) }),
      ...lastReadings(workspace, { studyId, of: 'task', names: Object.keys(plan.tasks) }),
    ],
    settings: study.state === 'finished' ? settingsOf(plan) : null,
  };
}

function lastReadings(
  workspace: Workspace,
  {
    studyId,
    of,
    names,
  }: {
    readonly studyId: string;
    readonly of: 'corpus' | 'task';
    readonly names: readonly string[];
  },
): RecordedFacts['readings'] {
  const entries = workspace.audit
    .entriesOf(['study.data-read'])
    .filter(({ detail }) => detail.studyId === studyId && detail.of === of);
  return names.flatMap((name) => {
    const last = entries.findLast(({ detail }) => detail.name === name);
    if (last === undefined) return [];
    return [{ of, name, hash: String(last.detail.hash), atMs: last.atMs }];
  });
}

/** Of a finished study every run was held against its plan, by the hash of its configuration. */
function settingsOf({ seed, models, tasks }: Plan): NonNullable<RecordedFacts['settings']> {
  return {
    seed,
    pretraining: Object.fromEntries(
      Object.entries(models).flatMap(([name, { pretraining }]) => {
        if (pretraining === undefined) return [];
        const { epochs, batchSize, accumulation, learningRate, maxTokens, maskedFraction } =
          pretraining;
        return [
          [
            name,
            {
              epochs,
              batchSize: batchSize * accumulation,
              learningRate,
              maxTokens,
              maskedFraction,
            },
          ],
        ];
      }),
    ),
    fineTuning: Object.fromEntries(
      Object.entries(tasks).map(([name, { epochs, batchSize, learningRate, maxTokens }]) => [
        name,
        { epochs, batchSize, learningRate, maxTokens },
      ]),
    ),
  };
}

import type { Phrase } from '#core/base/phrase.ts';
import type { Run } from '#core/domain/run.ts';
import { planPeriods } from '#core/evaluation/folds/plan-periods.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { DatasetRecord } from '../data/dataset-record.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** What a reader must know of how models were fine-tuned on a task; nothing where it is as usual. */
export function describeTraining(
  workspace: Workspace,
  {
    name,
    task,
    runs,
    record,
  }: {
    name: string;
    task: TaskPlan;
    runs: readonly Run[];
    record: Pick<DatasetRecord, 'days'>;
  },
): Phrase[] {
  const { frozenEncoder, layerDecay, earlyStop, folds, repeats } = task;
  return [
    ...(repeats === undefined ? [] : [say('training', 'repeated', repeats, folds)]),
    ...describePeriods(task, record),
    ...(frozenEncoder ? [say('training', 'frozenEncoder')] : []),
    ...(layerDecay === undefined ? [] : [say('training', 'layerDecay', layerDecay)]),
    ...(earlyStop === undefined
      ? []
      : [
          say('training', 'earlyStop', earlyStop.share, earlyStop.patience, earlyStop.measure),
          ...describeEpochs(
            workspace,
            runs.filter((run) => run.task === name),
          ),
        ]),
  ];
}

/** Which days each fold tests, where folds are periods. */
function describePeriods(
  { kind, foldsBy, folds }: TaskPlan,
  { days }: Pick<DatasetRecord, 'days'>,
): Phrase[] {
  if (foldsBy === undefined || days === undefined) return [];
  const [first, ...tested] = planPeriods(days.counts, folds).map(({ from, to, count }) =>
    say('training', 'period', from, to, count),
  );
  const dated = days.counts.reduce((sum, { count }) => sum + count, 0);
  return [
    say('training', 'byTime', first, tested),
    ...(days.undated === 0
      ? []
      : [say('warnings', 'undated', kind, days.undated, days.undated + dated)]),
  ];
}

/** Which epochs were chosen, by model. */
function describeEpochs(workspace: Workspace, runs: readonly Run[]): Phrase[] {
  const models = new Set(runs.flatMap(({ model }) => (model === null ? [] : [model])));
  return [...models].flatMap((model) => {
    const own = runs.filter((run) => run.model === model);
    const epochs = own
      .sort((one, other) => (one.fold ?? 0) - (other.fold ?? 0))
      .flatMap((run) => readSummary(workspace, run, 'fine-tuning')?.chosenEpochs ?? []);
    const [final] = own.flatMap((run) => readSummary(workspace, run, 'final')?.chosenEpochs ?? []);
    return [
      ...(epochs.length === 0 ? [] : [say('training', 'chosenEpochs', model, epochs)]),
      ...((final as number | undefined) === undefined
        ? []
        : [say('training', 'finalEpochs', model, final)]),
    ];
  });
}

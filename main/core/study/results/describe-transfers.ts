import type { Run } from '#core/domain/run.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import type {
  Measurement,
  StudyResults,
  TransferMeasurement,
  TransferResults,
} from '#core/report/study-results.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { describeLeftOut } from '../data/describe-transfer.ts';
import { listRuns } from '../plan/list-runs.ts';
import type { Plan, TransferPlan } from '../plan/plan-schema.ts';
import { compareSettings } from './compare-transfers.ts';

/** What a study knows of its transfers; nothing where the plan has none. */
export function describeTransfers(
  workspace: Workspace,
  { plan, runs }: { readonly plan: Plan; readonly runs: readonly Run[] },
  measurements: readonly Measurement[],
): Required<Pick<StudyResults, 'warnings'>> & Pick<StudyResults, 'transfers'> {
  const named = Object.entries(plan.transfers ?? {});
  if (named.length === 0) return { warnings: [] };
  const all = named.map(([name, transfer]) => ({
    name,
    ...{ source: transfer.source, target: transfer.target },
    primaryMetric: primaryMetric[plan.tasks[transfer.target].kind],
    foldCount: plan.tasks[transfer.target].folds,
    labels: labelsOf(workspace, name, runs),
    measurements: [
      ...measurements
        .filter(({ task }) => task === transfer.target)
        .map(({ model, fold, runId, metric }): TransferMeasurement => ({
          ...{ model, fold, runId, metric },
          ...{ condition: 'target-only', shots: null, draw: null },
        })),
      ...readMeasurements(workspace, { name, plan, runs }),
    ],
  }));
  const transfers = compareSettings(plan, all);
  return {
    transfers,
    warnings: [
      ...transfers.flatMap(warnOfNegative),
      ...named.flatMap(([name, transfer]) =>
        warnOfLeftOut(workspace, { name, transfer, plan, runs }),
      ),
    ],
  };
}

function learnedRuns(name: string, runs: readonly Run[]): readonly Run[] {
  return runs.filter(({ kind, task }) => kind === 'transfer' && task === name);
}

function labelsOf(
  workspace: Workspace,
  name: string,
  runs: readonly Run[],
): TransferResults['labels'] {
  for (const run of learnedRuns(name, runs)) {
    const summary = readSummary(workspace, run, 'transfer');
    if (summary !== null) return summary.labels;
  }
  return null;
}

function readMeasurements(
  workspace: Workspace,
  { name, plan, runs }: { name: string; plan: Plan; runs: readonly Run[] },
): TransferMeasurement[] {
  const byKey = new Map(runs.map((run) => [run.key, run]));
  return listRuns(plan).flatMap(({ key, model, fold, transfer }) => {
    const run = byKey.get(key);
    if (transfer?.name !== name || run?.state !== 'finished') return [];
    const { condition, shots, draw } = transfer;
    if (condition === 'source' || model === null || fold === null) return [];
    return workspace.runs
      .metricsOf(run.id)
      .map((metric) => ({ model, condition, shots, draw, fold, runId: run.id, metric }));
  });
}

/** With the source worse than without it, by an interval that is below 0. */
function warnOfNegative({ name, comparisons }: TransferResults): StudyResults['warnings'] {
  return comparisons.flatMap(({ a, b, plannedFolds, result }) => {
    const { interval, meanDifference } = result;
    const isWithAgainstWithout =
      a.condition === 'few-shot' && (b.condition === 'alone' || a.shots === null);
    if (!isWithAgainstWithout || interval === null || interval.upper >= 0) return [];
    if (result.foldCount < plannedFolds) return [];
    const { lower, upper } = interval;
    const text = say('warnings', 'negativeTransfer', a.model, meanDifference, lower, upper);
    return [{ kind: 'negative-transfer' as const, about: name, text }];
  });
}

function warnOfLeftOut(
  workspace: Workspace,
  of: { name: string; transfer: TransferPlan; plan: Plan; runs: readonly Run[] },
): StudyResults['warnings'] {
  const { name, transfer, plan, runs } = of;
  const [run] = learnedRuns(name, runs);
  const summary = (run as Run | undefined) && readSummary(workspace, run, 'transfer');
  if (!summary) return [];
  const { kind } = plan.tasks[transfer.source];
  return describeLeftOut(kind, summary.leftOut).map((text) => ({
    kind: 'left-out',
    about: name,
    text,
  }));
}

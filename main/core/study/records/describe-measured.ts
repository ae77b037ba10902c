import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import type { Run } from '#core/domain/run.ts';
import type { MeasuredTask } from '#core/report/card/model-card.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readJudgements } from '../results/judge-tasks.ts';

/** Runs by study and task, with what their study has judged of these models alone. */
export function describeMeasured(workspace: Workspace, runs: readonly Run[]): MeasuredTask[] {
  const byStudy = Map.groupBy(runs, ({ studyId }) => studyId);
  return Array.from(byStudy, ([studyId, ofStudy]) => {
    const study = workspace.studies.get(studyId).name;
    const judgements = readJudgements(workspace, studyId);
    const byTask = Map.groupBy(ofStudy, ({ task }) => task ?? '');
    return Array.from(byTask, ([task, ofTask]): MeasuredTask => {
      const models = new Set(ofTask.map(({ model }) => model));
      const judged = judgements.find((each) => each.task === task);
      const own = judged?.models.filter(({ model }) => models.has(model)) ?? [];
      return {
        study,
        task,
        runs: ofTask.map((run) => describeRun(workspace, run)),
        judgement: judged === undefined || own.length === 0 ? null : { ...judged, models: own },
      };
    });
  }).flat();
}

function describeRun(workspace: Workspace, { id, fold }: Run): MeasuredTask['runs'][number] {
  return {
    id,
    fold: fold ?? 0,
    metrics: workspace.runs
      .metricsOf(id)
      .filter(({ entityType }) => entityType === null)
      .map(({ name, value }) => ({ name: name as MetricName, value })),
  };
}

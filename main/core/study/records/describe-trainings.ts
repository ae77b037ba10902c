import type { LineageStep } from '#core/library/lineage.ts';
import type { CardTraining } from '#core/report/card/model-card.ts';
import { durationOf } from '#core/storage/run-duration.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { describeRecorded } from '../results/describe-recorded.ts';

/** The runs that made the models of a line, with what their studies were run with. */
export function describeTrainings(
  workspace: Workspace,
  lineage: readonly LineageStep[],
): CardTraining[] {
  return lineage.flatMap(({ runId }) => {
    if (runId === null) return [];
    const run = workspace.runs.get(runId);
    const { key, kind, model, task, engine, startedAtMs, configurationHash, studyId } = run;
    const { settings } = describeRecorded(workspace, studyId);
    return [
      {
        ...{ key, runId, engine, startedAtMs, configurationHash },
        study: workspace.studies.get(studyId).name,
        tookMs: durationOf(workspace, run),
        seed: settings?.seed ?? null,
        pretraining:
          kind === 'pretraining' && model !== null ? (settings?.pretraining[model] ?? null) : null,
        fineTuning: task === null ? null : (settings?.fineTuning[task] ?? null),
      },
    ];
  });
}

import type { RunView } from '#contract/run.ts';

/** The folds of one task: a row per model, in the order in which they run. */
export interface FoldRow {
  readonly model: string;
  readonly runs: readonly RunView[];
}

export interface FoldStage {
  readonly task: string;
  readonly foldCount: number;
  readonly rows: readonly FoldRow[];
}

/** The plan as it is shown: first what makes models, final ones too, then each task with its folds. */
export interface PlanStages {
  readonly preparation: readonly RunView[];
  readonly tasks: readonly FoldStage[];
}

export function groupByStage(runs: readonly RunView[]): PlanStages {
  const preparation = runs.filter((run) => run.fold === null);
  const byTask = Map.groupBy(
    runs.filter((run) => run.fold !== null),
    (run) => run.task ?? '',
  );
  const tasks = [...byTask].map(([task, ofTask]) => ({
    task,
    foldCount: ofTask.reduce((most, run) => Math.max(most, columnOf(run) + 1), 0),
    rows: [...Map.groupBy(ofTask, nameRow)].map(([model, ofModel]) => ({
      model,
      runs: ofModel.toSorted((a, b) => columnOf(a) - columnOf(b)),
    })),
  }));
  return { preparation, tasks };
}

/** A row is a model or, of a transfer, a model with what it learned, as keys of runs name it. */
function nameRow({ kind, model, key }: RunView): string {
  const setting = kind === 'zero-shot' || kind === 'few-shot' ? key.split('/').at(-2) : undefined;
  return setting === undefined ? (model ?? '') : `${model ?? ''} · ${setting}`;
}

/** The fold or, where several draws are of one fold, the draw; from 0. */
function columnOf({ key, fold }: RunView): number {
  const draw = /\/draw-(\d+)$/.exec(key)?.[1];
  return draw === undefined ? (fold ?? 0) : Number(draw) - 1;
}

/** The share of a run that is done, 0 to 1. */
export function shareDone(run: RunView): number {
  if (run.state === 'finished') return 1;
  if (run.progress === null || run.progress.stepCount === 0) return 0;
  return Math.min(1, run.progress.step / run.progress.stepCount);
}

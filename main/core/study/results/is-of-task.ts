import type { RunKind } from '#core/domain/run.ts';

/** Whether what a run measures is a figure of a task of the plan; else it is one of a transfer. */
export function isOfTask(kind: RunKind): boolean {
  return kind === 'fine-tuning' || kind === 'baseline';
}

/** The key of the run that trains a vocabulary. */
export function vocabularyKey(vocabulary: string): string {
  return `vocabulary/${vocabulary}`;
}

/** The key of the run that extends the vocabulary of a model. */
export function extensionKey(model: string): string {
  return `extend/${model}`;
}

/** The key of the run that pre-trains a model. */
export function pretrainingKey(model: string): string {
  return `pretrain/${model}`;
}

/** The key of the run that measures a model on the held-out text of every corpus. */
export function perplexityKey(model: string): string {
  return `perplexity/${model}`;
}

/** The key of the run that fine-tunes a model on all of a task. */
export function finalKey(of: { readonly task: string; readonly model: string }): string {
  return `final/${of.task}/${of.model}`;
}

/** The key of the run of a baseline on a fold of a task; `fold` from 0. */
export function baselineKey(of: {
  readonly task: string;
  readonly model: string;
  readonly fold: number;
}): string {
  return `baseline/${of.task}/${of.model}/fold-${of.fold + 1}`;
}

/**
 * The key of a run of a transfer: that which learns the source, one that is tested on a fold, or one
 * that goes on with drawn examples (`shots` null: with all); `fold` and `draw` from 0.
 */
export function transferKey(of: {
  readonly transfer: string;
  readonly model: string;
  readonly condition: 'source' | 'zero-shot' | 'few-shot' | 'alone';
  readonly shots: number | null;
  readonly fold: number | null;
  readonly draw: number | null;
}): string {
  const { transfer, model, condition, shots, fold, draw } = of;
  const start = `transfer/${transfer}/${model}`;
  const place = draw === null ? `fold-${(fold ?? 0) + 1}` : `draw-${draw + 1}`;
  switch (condition) {
    case 'source':
      return `${start}/source`;
    case 'zero-shot':
      return `${start}/zero-shot/${place}`;
    case 'few-shot':
      return `${start}/${shots ?? 'all'}-shot/${place}`;
    case 'alone':
      return `${start}/${shots ?? 'all'}-alone/${place}`;
  }
}

/** The key of the run that fine-tunes a model on all folds of a task but one; `fold` from 0. */
export function foldKey(of: {
  readonly task: string;
  readonly model: string;
  readonly fold: number;
}): string {
  return `fine-tune/${of.task}/${of.model}/fold-${of.fold + 1}`;
}

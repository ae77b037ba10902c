import type { RunKind, ShownState } from '#contract/run.ts';

/** The words for states and kinds, the same wherever they are shown. */
export const stateNames: Readonly<Record<ShownState, string>> = {
  queued: 'Waiting',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  failed: 'Failed',
  finished: 'Finished',
};

export const kindNames: Readonly<Record<RunKind, string>> = {
  vocabulary: 'Vocabulary',
  pretraining: 'Pre-training',
  'fine-tuning': 'Fine-tuning',
};

/** Folds are counted from 0 inside and from 1 for people. */
export function formatFold(fold: number): string {
  return `fold ${fold + 1}`;
}

/** A name in the room of `most` characters: its middle is left out, for names differ at their ends. */
export function shortenName(name: string, most: number): string {
  const characters = Array.from(name);
  if (characters.length <= most) return name;
  const atEnd = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - atEnd).join('')}…${characters.slice(-atEnd).join('')}`;
}

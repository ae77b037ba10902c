import type { FoldItem } from '#core/evaluation/folds/fold-item.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Head } from '#core/model/configuration.ts';
import type { Example } from '#core/training/example.ts';
import type { Judgement } from './judge-fold.ts';

/** Items are notes or sentences, by their numbers in the task; each has one example or several. */
export type Items = readonly number[];

/** A task as one model reads it, with the two sides of a fold, and the way from logits to what is kept of them. */
export interface FoldWork {
  readonly head: Head;
  /** Names of the rows of the classifier. */
  readonly labels: readonly string[];
  readonly reading: TextReading;
  /** Of all items, whatever the fold: windows of one item follow each other. */
  readonly examples: readonly Example[];
  readonly train: Items;
  readonly test: Items;
  /** Numbers of the examples of items. */
  examplesOf(items: Items): number[];
  /** Items as they are put into folds. */
  foldItems(): readonly FoldItem[];
  /** How much a target of each label weighs where these are learned from; null where all weigh alike. */
  weighLabels(items: Items): readonly number[] | null;
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; null for sentences. */
  readonly unreadShare: number | null;
  readonly repeatedCount: number;
  /** Takes the logits of each example of the items, [positions][classes]. */
  judge(items: Items, logits: readonly (readonly Float32Array[])[]): Judgement;
}

/** Where the windows of each item begin among all, and at the end their number. */
export function startsOf(windows: readonly { readonly length: number }[]): number[] {
  const starts = [0];
  for (const { length } of windows) starts.push(starts[starts.length - 1] + length);
  return starts;
}

/** Numbers of the windows of items. */
export function windowsOf(items: Items, starts: readonly number[]): number[] {
  return items.flatMap((item) =>
    Array.from({ length: starts[item + 1] - starts[item] }, (_, index) => starts[item] + index),
  );
}

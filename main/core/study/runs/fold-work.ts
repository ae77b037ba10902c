import type { TextReading } from '#core/library/model-record.ts';
import type { Head } from '#core/model/configuration.ts';
import type { Example } from '#core/training/example.ts';
import type { Judgement } from './judge-fold.ts';

/** Examples of the two sides of a fold and the way from logits to what is kept of them. */
export interface FoldWork {
  readonly head: Head;
  /** Names of the rows of the classifier. */
  readonly labels: readonly string[];
  readonly reading: TextReading;
  readonly trainExamples: readonly Example[];
  /** How much a target of each label weighs; left out where all weigh alike. */
  readonly labelWeights?: readonly number[];
  readonly testExamples: readonly Example[];
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; null for sentences. */
  readonly unreadShare: number | null;
  readonly repeatedCount: number;
  /** Takes the logits of each test example, [positions][classes]. */
  judge(logits: readonly (readonly Float32Array[])[]): Judgement;
}

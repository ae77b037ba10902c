import { RandomStream } from '#core/base/random-stream.ts';
import type { PreparedTask } from './prepared-task.ts';
import { sidesOf } from './sides-of.ts';

/**
 * The examples of a target that a draw gives, by their indices, in the order of the lot: those of
 * fewer shots are the first of those of more. They are of what the fold that they are tested on
 * learns from, and the same for every model.
 */
export function drawExamples(
  target: PreparedTask,
  of: {
    readonly seed: number;
    readonly transfer: string;
    readonly draw: number;
    /** That is tested on. */
    readonly fold: number;
    readonly shots: number;
  },
): Int32Array {
  const random = new RandomStream(of.seed, `transfers/${of.transfer}/draw-${of.draw + 1}`);
  // Of a copy: it is shuffled in place.
  const pool = Int32Array.from(sidesOf(target, of.fold).train);
  return random.shuffle(pool).slice(0, of.shots);
}

import { RandomStream } from '#core/base/random-stream.ts';
import type { PreparedTask } from './prepared-task.ts';

/**
 * The examples of a target that a draw gives, by their indices, in the order of the lot: those of
 * fewer shots are the first of those of more. They come from all folds but one, which they are
 * tested on, and are the same for every model.
 */
export function drawExamples(
  target: Pick<PreparedTask, 'folds'>,
  of: {
    readonly seed: number;
    readonly transfer: string;
    readonly draw: number;
    /** That is tested on. */
    readonly fold: number;
    readonly shots: number;
  },
): Int32Array {
  const others = target.folds.filter((_, fold) => fold !== of.fold);
  const pool = Int32Array.from(others.flatMap((indices) => [...indices])).sort();
  const random = new RandomStream(of.seed, `transfers/${of.transfer}/draw-${of.draw + 1}`);
  return random.shuffle(pool).slice(0, of.shots);
}

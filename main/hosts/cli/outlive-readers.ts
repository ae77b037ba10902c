import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { describeError } from './describe-error.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';

/**
 * Whoever reads along may leave (`| head`, a closed terminal), and a log may meet a full disk. What
 * was asked for is still done: hours of training must not end because nobody reads their progress.
 * A result that could not be written to standard output is an error, unless its reader left.
 */
export function outliveReaders(json: boolean): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') return;
    const error = new AnamnesisError('file.unwritable', {
      expected: 'to write the result to standard output',
      found: describeSystemError(cause),
      remedy: 'Make room or name another file, and run the command again.',
      place: 'standard output',
    });
    process.stderr.write(describeError(error, json));
    process.once('exit', () => {
      if (process.exitCode === exitCodes.ok.code) process.exitCode = exitCodeOf(error.code);
    });
  });
}

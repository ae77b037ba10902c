import { exitCodes } from './exit-codes.ts';

/**
 * Whoever reads along may leave (`| head`, a closed terminal), and a log may meet a full disk. What
 * was asked for is still done: hours of training must not end because nobody reads their progress.
 * A result that could not be written to standard output is an error, unless its reader left.
 */
export function outliveReaders(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const code = error.code ?? 'an error';
    process.stderr.write(`error file.unwritable: standard output: ${code}\n`);
    process.once('exit', () => {
      if (process.exitCode === exitCodes.ok.code) process.exitCode = exitCodes.data.code;
    });
  });
}

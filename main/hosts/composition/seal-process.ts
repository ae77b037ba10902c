import { stackPlaces } from '#core/base/stack-places.ts';
import { forbidCoreDump } from '#core/runtime/forbid-core-dump.ts';
import { leaveProcess } from './leave-process.ts';

/**
 * Takes from a process that holds text of notes and a key what Node and the system would do by
 * themselves. A crash would leave its memory in a file; it leaves none. An error that nobody caught
 * would be printed with its message and all that hangs on it, which may be text; only its places
 * are. The signal SIGUSR1, which a stray `kill` can send, would open a debugger on the loopback
 * address, to every user of the machine; nothing happens. Whoever reads its standard error may
 * leave; that ends nothing.
 */
export function sealProcess(): void {
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    const places = stackPlaces(error).map((place) => `    ${place}\n`);
    process.stderr.write(`error program.fault: a defect of the program\n${places.join('')}`);
    void leaveProcess(1);
  });
  void forbidCoreDump();
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
}

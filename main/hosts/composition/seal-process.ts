import { stackPlaces } from '#core/base/stack-places.ts';

/**
 * Takes from a process that holds text of notes and a key what Node would do by itself. An error
 * that nobody caught would be printed with its message and all that hangs on it, which may be text;
 * only its places are. The signal SIGUSR1, which a stray `kill` can send, would open a debugger on
 * the loopback address, to every user of the machine; nothing happens.
 */
export function sealProcess(): void {
  process.on('uncaughtException', (error) => {
    const places = stackPlaces(error).map((place) => `    ${place}\n`);
    process.stderr.write(`error program.fault: a defect of the program\n${places.join('')}`);
    process.exit(1);
  });
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
}

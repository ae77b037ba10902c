import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Gives a further one-time address for each Enter, so that a tab which was closed does not cost the
 * study that runs: without it only a new start of the program would open the window again. Returns
 * how to end that.
 */
export function offerAddresses(
  input: Readable,
  server: { readonly newUrl: () => string },
  tell: (url: string) => void,
): () => void {
  const lines = createInterface({ input });
  lines.on('line', () => {
    tell(server.newUrl());
  });
  return () => {
    lines.close();
    // A terminal that is read keeps the program from ending.
    input.pause();
  };
}

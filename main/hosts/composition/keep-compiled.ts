import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/compiled/', import.meta.url));

/**
 * Lets Node keep what it makes of the program's own files, for this process and those that it
 * starts: it halves the time until a command works. Code alone is kept, beside the packages, where
 * whoever can write can change the program anyway; where nobody can, all goes on without.
 */
export function keepCompiled(): void {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return;
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

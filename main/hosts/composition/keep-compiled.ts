import { enableCompileCache } from 'node:module';
import { program } from './program-location.ts';

/**
 * Lets Node keep what it makes of the program's own files, for this process and those that it
 * starts: it halves the time until a command works. Code alone is kept, beside the packages, where
 * whoever can write can change the program anyway; where nobody can, all goes on without.
 */
export function keepCompiled(): void {
  const folder = program.compiledFolder;
  if (folder === null || process.env.NODE_COMPILE_CACHE !== undefined) return;
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

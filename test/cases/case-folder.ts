import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of one of the small inputs that once failed, or null where they are not at hand. They
 * are not ours to pass on: each has its test made anew beside the code that it is about; here the
 * inputs themselves are tried.
 */
export function caseFolder(name: string): string | null {
  const folder = join('../shared/cases', name);
  return existsSync(folder) ? folder : null;
}

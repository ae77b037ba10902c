import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

const pattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** @throws model.name-invalid */
export function checkModelName(name: string): string {
  if (pattern.test(name)) return name;
  throw new AnamnesisError('model.name-invalid', {
    expected: 'lower-case letters, digits, dot, underscore and hyphen, at most 64 characters',
    found: `${name.length} characters, not all of these`,
    remedy: 'Choose another name.',
  });
}

/** A name made of a folder's: what names may not have becomes a hyphen. */
export function nameOfFolder(folderName: string): string {
  const name = folderName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 60);
  return name === '' ? 'model' : name;
}

/** The name itself, or with the first number that makes it new. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** @throws model.name-taken */
export function requireFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  throw new AnamnesisError('model.name-taken', {
    expected: say('workspace', 'newModelName'),
    found: name,
    remedy: say('workspace', 'giveAnotherName'),
  });
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { programVersion } from './program-version.ts';

test('is the version of the package', () => {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect((JSON.parse(manifest) as { version: string }).version).toBe(programVersion);
});

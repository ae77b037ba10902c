import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedDocs } from '../build/generated-docs.ts';

test.for(Object.entries(generatedDocs()))('%s is what the code says', ([path, content]) => {
  const stored = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  expect(stored, 'run: npm run docs').toBe(content);
});

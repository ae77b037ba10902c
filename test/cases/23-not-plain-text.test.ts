import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('23-not-plain-text');

describe.skipIf(folder === null)('what is not plain text, or: the case is not at hand', () => {
  it.each([
    ['bulk.ndjson', 'NDJSON'],
    ['dump.xml', 'MediaWiki'],
  ])('is refused with the name of its format: %s', (file, name) => {
    const bytes = readFileSync(join(folder ?? '', file));
    const { items, problems } = readPlainText(bytes, file, { unit: 'line' });
    expect(items).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(['file-other-format']);
    expect(problems[0].detail).toContain(name);
  });
});

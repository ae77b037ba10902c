import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCleaner } from '#core/corpus/clean-text.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('16-plus-grades-removed');

describe.skipIf(folder === null)('grades and placeholders, or: the case is not at hand', () => {
  it('stay as they are, and placeholders are counted', () => {
    const bytes = readFileSync(join(folder ?? '', 'corpus.txt'));
    const cleaner = createCleaner({ lineUnit: 'line' });
    const { items } = readPlainText(bytes, 'corpus.txt', { unit: 'line' });
    expect(items.map((item) => cleaner.clean(item)?.text)).toEqual([
      'Edema ++ , proteinuria ++++ , glucosa +',
      'De heer <PATIENT> werd op <DATUM-1> gezien door <PERSOON-2>.',
    ]);
    expect(cleaner.counts).toMatchObject({ placeholdersKept: 3, markupRemoved: 0 });
  });
});

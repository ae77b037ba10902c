import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { assignFolds } from '#core/evaluation/folds/assign-folds.ts';
import { describeFolds } from '#core/evaluation/folds/describe-folds.ts';
import { noteFoldItems } from '#core/evaluation/folds/fold-items.ts';
import { readLabelledCsv } from '#core/import/read-labelled-csv.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('19-two-patients-of-a-class');

describe.skipIf(folder === null)('two patients of a class, or: the case is not at hand', () => {
  it('are on both sides for every seed', () => {
    const bytes = readFileSync(join(folder ?? '', 'six.csv'));
    const columns = { text: 'text', label: 'label', group: 'patient' };
    const notes = readLabelledCsv(bytes, 'six.csv', { columns }).items;
    for (let seed = 0; seed < 6; seed++) {
      const items = noteFoldItems(notes);
      const random = new RandomStream(seed, 'folds/t');
      const folds = assignFolds(items, { kind: 'classification', foldCount: 2, random });
      expect(describeFolds(items, folds).warnings).toEqual([]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBioColumns } from '#core/import/read-bio-columns.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('02-bare-bio-tags');

describe.skipIf(folder === null)('bare B and I, or: the case is not at hand', () => {
  it.each([
    ['bare.bio', {}, 40],
    ['bare.bio', { tagColumn: 1 }, 40],
    ['mixed.bio', {}, 80],
  ])('are entities: %s %j', (file, options, count) => {
    const { items } = readBioColumns(readFileSync(join(folder ?? '', file)), file, options);
    const begins = items.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith('B-')));
    expect(begins).toHaveLength(count);
    expect(begins.filter((tag) => tag === 'B-_')).toHaveLength(40);
  });
});

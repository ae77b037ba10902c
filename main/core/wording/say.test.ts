import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { render } from './render.ts';
import { say } from './say.ts';

describe('a phrase', () => {
  const full = say('files', 'withSystemCode', say('files', 'fullDisk'), 'ENOSPC');

  it('is read in each language, the phrases in it too', () => {
    expect(render(full, 'en')).toBe('a full disk (ENOSPC)');
    expect(render(full, 'nl')).toBe('een volle schijf (ENOSPC)');
    expect(render(full, 'es')).toBe('un disco lleno (ENOSPC)');
    expect(render(full, 'ro')).toBe('un disc plin (ENOSPC)');
  });

  it('carries its English once, and is read where its parts have their own', () => {
    const part = { area: 'files', key: 'fullDisk', values: [] };
    expect(full).toEqual({
      ...{ area: 'files', key: 'withSystemCode', values: [part, 'ENOSPC'] },
      english: 'a full disk (ENOSPC)',
    });
    const lists = say('common', 'names', [say('files', 'fullDisk'), 'b']);
    expect(lists.values).toEqual([[part, 'b']]);
    expect(render(lists, 'nl')).toBe('“een volle schijf” en “b”');
    const values = [{ ...part, key: 'never', english: 'a part of then' }, 'ENOSPC'];
    expect(render({ ...full, values }, 'nl')).toBe('a part of then (ENOSPC)');
  });

  it('of which one part is not known is read in English', () => {
    const values = [{ area: 'files', key: 'never', values: [] }, 'ENOSPC'];
    expect(render({ ...full, values }, 'nl')).toBe('a full disk (ENOSPC)');
  });

  it('is the same after a way through JSON', () => {
    const crossed = JSON.parse(JSON.stringify(full)) as Phrase;
    expect(crossed).toEqual(full);
    expect(render(crossed, 'ro')).toBe('un disc plin (ENOSPC)');
  });

  it('puts lists as each language does', () => {
    const names = say('common', 'names', ['a', 'b', 'c']);
    expect(render(names, 'en')).toBe('“a”, “b” and “c”');
    expect(render(names, 'nl')).toBe('“a”, “b” en “c”');
    expect(render(names, 'es')).toBe('«a», «b» y «c»');
    expect(render(names, 'ro')).toBe('„a”, „b” și „c”');
  });

  it('of another version is read in English: unknown, renamed, or telling other things', () => {
    const english = 'as it was said';
    for (const [area, key] of [
      ['nowhere', 'nothingThere'],
      ['files', 'never'],
      ['files', 'toString'],
      ['constructor', 'name'],
      ['files', 'filesIn'],
    ]) {
      expect(render({ area, key, values: [], english }, 'nl')).toBe(english);
    }
  });
});

it('an error is English for logs and keeps what it said for readers of other languages', () => {
  const error = new AnamnesisError('file.missing', {
    expected: say('files', 'fileOrFolder', '/a/b.txt'),
    found: say('files', 'nothingThere'),
    remedy: say('files', 'correctPath'),
  });
  expect(error.message).toBe(
    'expected the file or folder /a/b.txt, found nothing there. Correct the path. [file.missing]',
  );
  expect(error.details.found).toBe('nothing there');
  expect(render(error.told.expected, 'nl')).toBe('het bestand of de map /a/b.txt');
  expect(render('/a/b.txt', 'ro')).toBe('/a/b.txt');
});

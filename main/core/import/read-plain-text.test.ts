import { describe, expect, it } from 'vitest';
import { readPlainText } from './read-plain-text.ts';

const bytes = new TextEncoder().encode('Eerste regel\r\ntweede\r\n\r\n  \r\nDerde\n');
const textsBy = (unit: 'file' | 'line' | 'block'): [string, string][] =>
  readPlainText(bytes, 'notes.txt', { unit }).items.map(({ id, text }) => [id, text]);

describe('plain text', () => {
  it('is one document per file', () => {
    expect(textsBy('file')).toEqual([['notes.txt', 'Eerste regel\ntweede\n\n  \nDerde']]);
  });

  it('is one document per line, blank lines aside, with true line numbers', () => {
    expect(textsBy('line')).toEqual([
      ['notes.txt:1', 'Eerste regel'],
      ['notes.txt:2', 'tweede'],
      ['notes.txt:5', 'Derde'],
    ]);
  });

  it('is one document per block between blank lines', () => {
    expect(textsBy('block')).toEqual([
      ['notes.txt:1', 'Eerste regel\ntweede'],
      ['notes.txt:5', 'Derde'],
    ]);
  });

  it('is reported when there is none', () => {
    for (const empty of ['', ' \n\t\n']) {
      const result = readPlainText(new TextEncoder().encode(empty), 'e.txt', { unit: 'line' });
      expect(result.items).toEqual([]);
      expect(result.problems).toMatchObject([{ file: 'e.txt', line: 1, rule: 'file-empty' }]);
    }
  });
});

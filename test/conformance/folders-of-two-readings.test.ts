import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import { afterAll, describe, expect, test } from 'vitest';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { encodeFramed, readTable } from '../fixtures/tokenizers/read-table.ts';

/**
 * Folders whose tokenizer_config.json and tokenizer.json say different things: our ids are those of
 * transformers, and what we export has one reading only. Python's transformers reads the exported
 * folders the same in versions 4 and 5 (`make_expected.py check`, by hand).
 */
const { texts, folders } = readTable();
const root = mkdtempSync(join(tmpdir(), 'anamnesis-two-readings-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const rowsOf = (isSilent: boolean) =>
  folders
    .filter((folder) => folder.isSilent === isSilent)
    .map((folder) => [folder.name, folder] as const);

/** What a user hears of the folders that leave something open. */
const told: Readonly<Record<string, readonly string[]>> = {
  'silent: case': ['settings-unstated'],
  'silent: no file': ['settings-unstated'],
  'silent: accents': ['settings-unstated'],
  'silent: a space before bytes': ['settings-unstated'],
  'silent: no space before pieces': ['settings-unstated'],
  'parts: other words': ['class-rebuilt'],
  'parts: words that reach over spaces': ['class-rebuilt'],
  'parts: another class': ['class-other'],
  'parts: other tokens around': [],
};

describe('Of two readings of a folder', () => {
  test.each(rowsOf(false))('that of transformers counts: %s', (_name, { files, ids }) => {
    const tokenizer = openTokenizer(files);
    expect(texts.map((text) => encodeFramed(tokenizer, text))).toEqual(ids);
  });

  test.each(rowsOf(true))(
    'that of tokenizer.json counts where nothing else is said, with a word about it: %s',
    (name, { files, ids }) => {
      const tokenizer = openTokenizer(files);
      const { classification, separator } = tokenizer.special;
      const isText = (id: number) => id !== classification && id !== separator;
      const framed = ids.map((each) => [classification, ...each.filter(isText), separator]);
      expect(texts.map((text) => encodeFramed(tokenizer, text))).toEqual(framed);
      expect(tokenizer.remarks.map(({ rule }) => rule)).toEqual(told[name]);
    },
  );
});

test.each(folders.map((folder) => [folder.name, folder] as const))(
  'An exported folder has one reading: %s',
  async (name, { files }) => {
    const tokenizer = openTokenizer(files);
    const ids = texts.map((text) => encodeFramed(tokenizer, text));
    const exported = tokenizer.toFiles();
    const again = openTokenizer(exported);
    expect(texts.map((text) => encodeFramed(again, text))).toEqual(ids);
    expect(again.fingerprint).toBe(tokenizer.fingerprint);
    expect(again.remarks).toEqual([]);

    const file = join(root, `${folders.findIndex((folder) => folder.name === name)}.json`);
    writeFileSync(file, exported['tokenizer.json']);
    const rust = RustTokenizer.fromFile(file);
    const byRust = await Promise.all(texts.map((text) => rust.encode(text)));
    expect(byRust.map((encoding) => Array.from(encoding.getIds()))).toEqual(ids);

    // It cuts words at letters with accents under this part, the only one that is not followed.
    if (exported['tokenizer.json'].includes('"type": "Whitespace"')) return;
    const library = new LibraryTokenizer(
      JSON.parse(exported['tokenizer.json']) as object,
      JSON.parse(exported['tokenizer_config.json']) as object,
    );
    expect(texts.map((text) => library.encode(text).ids)).toEqual(ids);
  },
);

import { gzipSync as compressGzip } from 'node:zlib';
import { gzipSync, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { inputOf } from '#core/import/testing/read-documents.ts';
import { defaultLimits } from '../read-limits.ts';
import { expandArchive } from './expand-archive.ts';
import { holdInputs } from './expansion.ts';
import { holdBytes } from './held-bytes.ts';
import { joinPieces } from './input-bytes.ts';
import { tarOf } from '#core/import/testing/tar-of.ts';

function expand(name: string, bytes: Uint8Array, limits = defaultLimits, held = holdInputs()) {
  const results = [...expandArchive(inputOf(name, bytes, 1000), limits, held)];
  const parts = results.flatMap(({ items }) => items);
  return {
    texts: Object.fromEntries(
      parts.map((part) => [part.part ?? '', new TextDecoder().decode(joinPieces(part.pieces()))]),
    ),
    counts: parts.map(({ byteCount }) => byteCount),
    rules: results.flatMap(({ problems }) => problems.map(({ rule, action }) => [rule, action])),
  };
}
const letter = 'Geachte collega 😀\r\n'.repeat(300);
const files = { 'map/a.txt': strToU8(letter), 'b.csv': strToU8('x'), 'map/leeg.txt': strToU8('') };
const texts = { 'map/a.txt': letter, 'b.csv': 'x', 'map/leeg.txt': '' };

describe('Files come out as they went in', () => {
  test.each([
    ['a.zip', zipSync(files)],
    ['stored.zip', zipSync(files, { level: 0 })],
    ['a.tar', tarOf(files)],
  ])('of %s', (name, bytes) => {
    expect(expand(name, bytes)).toEqual({
      texts,
      counts: [strToU8(letter).length, 1, 0],
      rules: [],
    });
  });

  test('of a .tar.gz, a .gz of several members and archives in archives', () => {
    expect(expand('a.tgz', gzipSync(tarOf(files))).texts).toEqual(texts);
    const members = Buffer.concat([compressGzip('een'), compressGzip('twee')]);
    expect(expand('map/a.txt.gz', members).texts).toEqual({ 'a.txt': 'eentwee' });
    const nested = zipSync({ 'in.zip': zipSync(files) });
    expect(expand('a.zip', nested).texts).toHaveProperty(['in.zip › map/a.txt'], letter);
  });

  test('of archives too large to be held, in any order and as often as wanted', () => {
    const none = { archives: holdBytes(0, 0), parts: holdBytes(0, 0) };
    const results = [
      ...expandArchive(inputOf('a.tgz', gzipSync(tarOf(files)), 9), defaultLimits, none),
    ];
    const parts = results.flatMap(({ items }) => items);
    for (const part of [...parts.toReversed(), ...parts, ...parts]) {
      const text = new TextDecoder().decode(joinPieces(part.pieces()));
      expect([part.part, text]).toEqual([part.part, texts[part.part as keyof typeof texts]]);
    }
    const nested = zipSync({ 'in.zip': zipSync(files) });
    expect(expand('a.zip', nested, defaultLimits, none).texts).toHaveProperty(
      ['in.zip › map/a.txt'],
      letter,
    );
  });

  test('and office documents and other files stay whole', () => {
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<x/>'),
      'word/document.xml': strToU8(''),
    });
    // Google Docs writes the list of the parts at the end.
    const late = zipSync({ 'word/document.xml': strToU8('x'.repeat(9000)), ...unzipSync(docx) });
    const { texts: found } = expand('a.zip', zipSync({ 'a.docx': docx, 'b.docx': late }));
    expect(Object.keys(found)).toEqual(['a.docx', 'b.docx']);
    expect(expand('a.txt', strToU8('tekst')).texts).toEqual({ '': 'tekst' });
  });
});

describe('What is wrong is told, and the rest is read', () => {
  test('names that lead outside, names alike, files of the system', () => {
    const odd = {
      '../../etc/a.txt': strToU8('a'),
      '/b.txt': strToU8('b'),
      'C:\\map\\c.txt': strToU8('c'),
      'b.txt': strToU8('d'),
      '__MACOSX/._b.txt': strToU8(''),
    };
    const { texts: found, rules } = expand('a.zip', zipSync(odd));
    expect(found).toEqual({ 'etc/a.txt': 'a', 'b.txt': 'b', 'map/c.txt': 'c', 'b.txt (2)': 'd' });
    expect(rules).toEqual([
      ...Array.from({ length: 4 }, () => ['archive-entry-name', 'repaired']),
      ['archive-system-file', 'left-out'],
    ]);
  });

  test('a part that grows beyond its own size or beyond what is left stops there', () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(8 * 2 ** 20), 'a.txt': strToU8('a') });
    expect(bomb.length).toBeLessThan(20_000);
    const rules = [['input-beyond-limits', 'left-out']];
    expect(expand('a.zip', bomb)).toMatchObject({ texts: { 'a.txt': 'a' }, rules });
    const small = { ...defaultLimits, expandedBytes: 2 ** 20, expansionRatio: 1e9 };
    expect(expand('a.zip', bomb, small)).toMatchObject({ texts: { 'a.txt': 'a' }, rules });
    const gzip = gzipSync(new Uint8Array(8 * 2 ** 20));
    expect(expand('a.gz', gzip)).toMatchObject({ texts: {}, rules });
    const many = Array.from({ length: 3 }, (_, at) => [`${at}.txt`, new Uint8Array(2 ** 19)]);
    const archive = zipSync(Object.fromEntries(many) as Record<string, Uint8Array>);
    expect(expand('a.zip', archive, { ...small, expandedBytes: 2 ** 20 }).rules).toEqual(rules);
  });

  test('links are told and never followed', () => {
    const link: Zippable = {
      'a.txt': strToU8('a'),
      link: [strToU8('/etc/passwd'), { os: 3, attrs: (0xa1ff << 16) >>> 0 }],
    };
    const { texts: found, rules } = expand('a.zip', zipSync(link));
    expect([found, rules]).toEqual([{ 'a.txt': 'a' }, [['archive-system-file', 'left-out']]]);
  });

  test('an entry that lies about its size', () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(3 * 2 ** 20) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = bytes.length - 22 - (46 + 5);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    view.setUint32(directory + 24, 10, true);
    expect(expand('a.zip', bytes).rules).toEqual([['input-beyond-limits', 'left-out']]);
  });

  test('archives deeper than allowed', () => {
    let bytes = zipSync({ 'a.txt': strToU8('a') });
    for (let depth = 0; depth < 5; depth++) bytes = zipSync({ 'in.zip': bytes }, { level: 0 });
    expect(expand('a.zip', bytes, { ...defaultLimits, depth: 3 })).toMatchObject({
      texts: {},
      rules: [['input-beyond-limits', 'left-out']],
    });
    expect(Object.keys(expand('a.zip', bytes).texts)).toHaveLength(1);
  });

  test('entries with a password, of another method, damaged', () => {
    const change = (offset: number, value: number) => {
      const bytes = zipSync({ 'a.txt': strToU8(letter), 'b.txt': strToU8('b') });
      const directory = new DataView(bytes.buffer, bytes.byteOffset).getUint32(
        bytes.length - 6,
        true,
      );
      bytes[(offset < 0 ? 60 : directory) + Math.abs(offset)] = value;
      return expand('a.zip', bytes);
    };
    for (const [offset, value, rule] of [
      [8, 1, 'archive-encrypted'],
      [10, 12, 'archive-method'],
      [-1, 0xff, 'archive-damaged'],
      [16, 0, 'archive-damaged'],
    ] as const) {
      expect(change(offset, value)).toMatchObject({
        texts: { 'b.txt': 'b' },
        rules: [[rule, 'left-out']],
      });
    }
  });

  test('archives that were cut', () => {
    const zip = zipSync(files);
    expect(expand('a.zip', zip.slice(0, -30)).rules).toEqual([['archive-damaged', 'left-out']]);
    const tar = tarOf(files);
    const damaged = ['archive-damaged', 'left-out'];
    const cut = expand('a.tar', tar.slice(0, 1000));
    expect(cut).toMatchObject({ texts: {}, rules: [damaged, damaged] });
    const inGzip = gzipSync(tarOf({ 'a.txt': strToU8('a'), ...files }));
    const { texts: read, rules } = expand('a.tgz', inGzip.slice(0, -60));
    expect([Object.keys(read), rules]).toEqual([['a.txt'], [damaged, damaged, damaged]]);
    const gzip = gzipSync(strToU8(letter));
    expect(expand('a.gz', gzip.slice(0, -20)).rules).toEqual([['archive-damaged', 'left-out']]);
    expect(expand('a.zip', zipSync({})).rules).toEqual([['file-empty', 'left-out']]);
  });
});

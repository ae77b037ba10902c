import { describe, expect, it, test } from 'vitest';
import { createFormats } from './formats.ts';

const formats = {
  en: createFormats('en'),
  nl: createFormats('nl'),
  es: createFormats('es'),
  ro: createFormats('ro'),
};
const languages = ['en', 'nl', 'es', 'ro'] as const;

/** Whether the spaces of a text may break is not told apart here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const inAll = (format: (language: (typeof formats)['en']) => string) =>
  languages.map((language) => plain(format(formats[language])));

const noon = new Date(2026, 10, 19, 14, 2, 7).getTime();
const nextDay = new Date(2026, 10, 20, 0, 0, 1).getTime();

it('what is not known is a dash in every language', () => {
  for (const language of languages) {
    const { count, compact, rate, metric, share, difference, p } = formats[language];
    const shown = [count, compact, rate, metric, share, difference, p].map((format) =>
      format(null),
    );
    expect(new Set(shown)).toEqual(new Set(['–']));
  }
});

test.each([
  [1_838, ['1,838', '1.838', '1838', '1.838']],
  [12_838, ['12,838', '12.838', '12.838', '12.838']],
])('count of %d', (value, texts) => {
  expect(inAll(({ count }) => count(value))).toEqual(texts);
});

test.each([
  [950, ['950', '950', '950', '950']],
  [1_234, ['1.23K', '1,23K', '1,23 mil', '1,23 K']],
  [178_000_000, ['178M', '178 mln.', '178 M', '178 mil.']],
])('%d in short', (value, texts) => {
  expect(inAll(({ compact }) => compact(value))).toEqual(texts);
});

test.each([
  [0.0512345, ['0.0512', '0,0512', '0,0512', '0,0512']],
  [5.3571, ['5.36', '5,36', '5,36', '5,36']],
  [1_234.5, ['1,235', '1.235', '1235', '1.235']],
])('a rate of %d', (value, texts) => {
  expect(inAll(({ rate }) => rate(value))).toEqual(texts);
});

test.each([
  [0.73449, ['0.734', '0,734', '0,734', '0,734']],
  [-0.05, ['−0.050', '−0,050', '−0,050', '−0,050']],
])('a metric of %d', (value, texts) => {
  expect(inAll(({ metric }) => metric(value))).toEqual(texts);
});

test.each([
  [-0.5, 2, ['−0.50', '−0,50', '−0,50', '−0,50']],
  [12_000.25, 1, ['12,000.3', '12.000,3', '12.000,3', '12.000,3']],
])('%d with %d decimals', (value, digits, texts) => {
  expect(inAll(({ decimal }) => decimal(value, digits))).toEqual(texts);
});

test.each([
  [0, ['0%', '0%', '0 %', '0 %']],
  [0.00001, ['< 0.01%', '< 0,01%', '< 0,01 %', '< 0,01 %']],
  [0.0027, ['0.27%', '0,27%', '0,27 %', '0,27 %']],
  [0.125, ['12.5%', '12,5%', '12,5 %', '12,5 %']],
  [0.9999, ['> 99.9%', '> 99,9%', '> 99,9 %', '> 99,9 %']],
  [1, ['100%', '100%', '100 %', '100 %']],
])('a share of %d', (value, texts) => {
  expect(inAll(({ share }) => share(value))).toEqual(texts);
});

test('a share of work under way', () => {
  expect(inAll(({ wholeShare }) => wholeShare(0.1249))).toEqual(['12%', '12%', '12 %', '12 %']);
});

test.each([
  [0.0123, ['+0.012', '+0,012', '+0,012', '+0,012']],
  [-0.0123, ['−0.012', '−0,012', '−0,012', '−0,012']],
  [-0.0001, ['0.000', '0,000', '0,000', '0,000']],
])('a difference of %d', (value, texts) => {
  expect(inAll(({ difference }) => difference(value))).toEqual(texts);
});

test.each([
  [2 / 1024, ['0.00195', '0,00195', '0,00195', '0,00195']],
  [0.0625, ['0.0625', '0,0625', '0,0625', '0,0625']],
  [0.4321, ['0.432', '0,432', '0,432', '0,432']],
  [0.0000001, ['< 0.0001', '< 0,0001', '< 0,0001', '< 0,0001']],
  [1, ['1.000', '1,000', '1,000', '1,000']],
])('p = %d', (value, texts) => {
  expect(inAll(({ p }) => p(value))).toEqual(texts);
});

test.each([
  [0, ['0 bytes', '0 byte', '0 bytes', '0 byți']],
  [999, ['999 bytes', '999 byte', '999 bytes', '999 de byți']],
  [1_420, ['1.42 kB', '1,42 kB', '1,42 kB', '1,42 kB']],
  [999_499, ['999 kB', '999 kB', '999 kB', '999 kB']],
  [999_999, ['1 MB', '1 MB', '1 MB', '1 MB']],
  [17_500_000, ['17.5 MB', '17,5 MB', '17,5 MB', '17,5 MB']],
  [2_850_000_000, ['2.85 GB', '2,85 GB', '2,85 GB', '2,85 GB']],
  [3_000_000_000_000_000, ['3,000 TB', '3.000 TB', '3000 TB', '3.000 TB']],
])('%d bytes', (value, texts) => {
  expect(inAll(({ bytes }) => bytes(value))).toEqual(texts);
});

test.each([
  [0, '0 s'],
  [-5, '0 s'],
  [59_400, '59 s'],
  [59_600, '1 min 00 s'],
  [250_000, '4 min 10 s'],
  [7_500_000, '2 h 05 min'],
  [93_600_000, '1 d 02 h'],
])('a duration of %d ms is %s in every language', (value, text) => {
  expect(inAll(({ duration }) => duration(value))).toEqual(languages.map(() => text));
});

describe('A moment', () => {
  it('of today is told by its time', () => {
    expect(inAll(({ moment }) => moment(noon, noon))).toEqual(languages.map(() => '14:02'));
  });

  it('of another day with its date', () => {
    expect(inAll(({ moment }) => moment(noon, nextDay))).toEqual([
      '19 Nov 2026, 14:02',
      '19 nov 2026, 14:02',
      '19 nov 2026, 14:02',
      '19 nov. 2026, 14:02',
    ]);
  });

  it('of a log with its seconds', () => {
    expect(inAll(({ preciseMoment }) => preciseMoment(noon))).toEqual([
      '19 Nov 2026, 14:02:07',
      '19 nov 2026, 14:02:07',
      '19 nov 2026, 14:02:07',
      '19 nov. 2026, 14:02:07',
    ]);
  });
});

test('lists', () => {
  expect(inAll(({ list }) => list(['a', 'b', 'c']))).toEqual([
    'a, b and c',
    'a, b en c',
    'a, b y c',
    'a, b și c',
  ]);
  expect(inAll(({ list }) => list([]))).toEqual(['', '', '', '']);
});

test('names of languages; what is no code stays as it is', () => {
  expect(inAll((format) => format.languages(['nl', 'es', 'multilingual', 'x']))).toEqual([
    'Dutch, Spanish, multilingual, x',
    'Nederlands, Spaans, multilingual, x',
    'neerlandés, español, multilingual, x',
    'neerlandeză, spaniolă, multilingual, x',
  ]);
});

test('names in order: as people count, without regard to capitals', () => {
  for (const language of languages) {
    const sorted = ['fold-10', 'Fold-9', 'base'].sort(formats[language].compare);
    expect(sorted).toEqual(['base', 'Fold-9', 'fold-10']);
  }
});

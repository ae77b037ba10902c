import { expect, it } from 'vitest';
import { findWords, firstWordEndingAfter } from './find-words.ts';

it('words are runs of letters and digits with their marks; other characters stand alone', () => {
  const text = 'Geen koorts (38,5°) 😀e\u0301te\u0301';
  const { starts, ends } = findWords(text);
  expect([...starts].map((start, index) => text.slice(start, ends[index]))).toEqual([
    'Geen',
    'koorts',
    '(',
    '38',
    ',',
    '5',
    '°',
    ')',
    '😀',
    'e\u0301te\u0301',
  ]);
});

it('the first word that ends behind a place is found', () => {
  const words = findWords('een twee  drie');
  expect([0, 2, 3, 4, 8, 9, 13, 14].map((place) => firstWordEndingAfter(words, place))).toEqual([
    0, 0, 1, 1, 2, 2, 2, 3,
  ]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { tagSentences } from '#core/corpus/tag-sentences.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { readLabelledCsv } from '#core/import/read-labelled-csv.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { classAnswers, encodeNotes } from './encode-notes.ts';
import { encodeSentences } from './encode-sentences.ts';
import type { Example } from './example.ts';
import { fineTuningData } from './fine-tuning-data.ts';

const folder = '../shared/data';
const cantemist = `${folder}/cantemist/train`;
const nubes = `${folder}/nubes/nubes_negation_1838.csv`;
const vocabulary = `${folder}/vocab/mbert/vocab.txt`;
const present = [cantemist, nubes, vocabulary].every((path) => existsSync(path));

const openMultilingual = () =>
  openTokenizer({
    'vocab.txt': readFileSync(vocabulary, 'utf8'),
    'tokenizer_config.json': '{"do_lower_case":false}',
  });

function readSentences(): Example[] {
  const files = readdirSync(cantemist)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(`${cantemist}/${file}`) }));
  const sentences = readBrat(files).items.flatMap((document) => [...tagSentences(document).items]);
  const options = { maxTokens: 512, tags: ['O'] };
  return encodeSentences(sentences, openMultilingual(), options)
    .windows.flat()
    .map(({ example }) => example);
}

function readRows(): Example[] {
  const columns = { text: 'text', label: 'label' };
  const { items } = readLabelledCsv(readFileSync(nubes), 'nubes.csv', { columns });
  const answersOf = classAnswers(['affirmed', 'negation']);
  const options = { maxTokens: 512, answersOf, reading: 'head' } as const;
  return encodeNotes(items, openMultilingual(), options).windows.flat();
}

/** Share of the tokens of an epoch that are padding. */
function padding(examples: readonly Example[]): number {
  const data = fineTuningData(examples, { epochCount: 1, batchSize: 16, seed: 1, paddingId: 0 });
  let real = 0;
  let all = 0;
  for (const { rows, columns, lengths } of [...data.steps(0)].flat()) {
    all += rows * columns;
    for (const length of lengths) real += length;
  }
  return 1 - real / all;
}

/** What an epoch would pad if the same examples came in any order. */
function shuffledPadding(examples: readonly Example[]): number {
  const lengths = new RandomStream(1, 'any order').shuffle(examples.map(({ ids }) => ids.length));
  let real = 0;
  let all = 0;
  for (let first = 0; first < lengths.length; first += 16) {
    const batch = lengths.slice(first, first + 16);
    all += Math.max(...batch) * batch.length;
    for (const length of batch) real += length;
  }
  return 1 - real / all;
}

describe.skipIf(!present)(
  `lengths of real texts, skipped where ${folder} is absent: an epoch pads less than 10 %`,
  () => {
    test.each([
      ['sentences of CANTEMIST', readSentences],
      ['rows of NUBes', readRows],
    ])('%s', (_, read) => {
      const examples = read();
      expect(examples.length).toBeGreaterThan(1800);
      expect(shuffledPadding(examples)).toBeGreaterThan(0.3);
      expect(padding(examples)).toBeLessThan(0.1);
    });
  },
);

import type { RandomStream } from '#core/base/random-stream.ts';
import { expand, pick } from './grammar.ts';
import type { LanguageMaterial } from './language.ts';
import { misspell } from './typos.ts';

/** Chance that a longer word of a clinical line is misspelt; nobody proofreads a record. */
const misspellingRate = 0.01;
/** A set of templates can run out of different lines: stop after so many repetitions in a row. */
const repetitionLimit = 200;

/** Lets every sentence begin with a capital, as the templates' first word may come from a slot. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

interface CorpusRequest {
  readonly material: LanguageMaterial;
  readonly register: 'general' | 'clinical';
  /** Length of the corpus in UTF-16 units; it may end a line later, or earlier if lines run out. */
  readonly length: number;
  /** Lines that may not occur, such as sentences that are labelled elsewhere. */
  readonly excluded: ReadonlySet<string>;
}

/**
 * Unlabelled text, a chunk of one to three sentences per line, no line twice and none of the
 * excluded sentences in it.
 */
export function writeCorpus(request: CorpusRequest, random: RandomStream): string {
  const { material, register, excluded } = request;
  const templates = material[register];
  const seen = new Set<string>();
  let length = 0;
  let repetitions = 0;
  while (length < request.length && repetitions < repetitionLimit) {
    const sentences: string[] = [];
    const count = 1 + random.integer(3);
    while (sentences.length < count) {
      let marked = expand(pick(random, templates), material, random);
      if (register === 'clinical') marked = misspell(marked, misspellingRate, random);
      const sentence = capitalise(marked.text);
      if (!excluded.has(sentence)) sentences.push(sentence);
    }
    const line = sentences.join(' ');
    if (seen.has(line)) {
      repetitions++;
    } else {
      seen.add(line);
      length += line.length + 1;
      repetitions = 0;
    }
  }
  return [...seen].map((line) => `${line}\n`).join('');
}

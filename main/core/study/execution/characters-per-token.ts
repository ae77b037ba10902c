import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { examplesOf } from '../data/examples-of.ts';

/** So many characters say how a vocabulary cuts a text. */
const sampleCharacters = 20_000;

/** Of European languages, in a vocabulary of usual size. */
const usual = 4;

/** Where no vocabulary is looked at. */
export const usualCharactersPerToken = { ofCorpus: () => usual, ofTask: () => usual };

/** How a vocabulary cuts a corpus or the texts of a task; each is measured once. */
export class CharactersPerToken {
  readonly #data: PreparedData;
  readonly #samples = new Map<string, readonly string[]>();
  readonly #measured = new WeakMap<Tokenizer, Map<string, number>>();

  constructor(data: PreparedData) {
    this.#data = data;
  }

  ofCorpus(name: string, tokenizer: Tokenizer | null): number {
    return this.#of(`corpus ${name}`, tokenizer, () => this.#data.corpora.get(name)?.lines() ?? []);
  }

  ofTask(name: string, tokenizer: Tokenizer | null): number {
    return this.#of(`task ${name}`, tokenizer, () => {
      const task = this.#data.tasks.get(name);
      return task === undefined ? [] : textsOf(task);
    });
  }

  #of(key: string, tokenizer: Tokenizer | null, texts: () => Iterable<string>): number {
    if (tokenizer === null) return usual;
    const known = this.#measured.get(tokenizer) ?? new Map<string, number>();
    this.#measured.set(tokenizer, known);
    let value = known.get(key);
    if (value === undefined) {
      const sample = this.#samples.get(key) ?? takeSample(texts());
      this.#samples.set(key, sample);
      value = measure(tokenizer, sample);
      known.set(key, value);
    }
    return value;
  }
}

function* textsOf(task: PreparedTask): Generator<string> {
  for (const { text } of examplesOf(task)) yield text;
}

function takeSample(texts: Iterable<string>): string[] {
  const sample: string[] = [];
  let left = sampleCharacters;
  for (const text of texts) {
    sample.push(text.slice(0, left));
    left -= text.length;
    if (left <= 0) break;
  }
  return sample;
}

function measure(tokenizer: Tokenizer, sample: readonly string[]): number {
  const tokenCount = sample.reduce((sum, text) => sum + tokenizer.encode(text).ids.length, 0);
  const characterCount = sample.reduce((sum, { length }) => sum + length, 0);
  return tokenCount === 0 ? usual : characterCount / tokenCount;
}

import { probabilityOf } from '#core/domain/class-probabilities.ts';
import type { WordBeliefs } from '#core/domain/predictions.ts';
import { outsideTag } from './encode-sentences.ts';

const typeOf = (tag: string) => (tag === outsideTag ? null : tag.slice(2));

/**
 * What is thought of each word: the probabilities of B- and I- of a type are those of the type. Of a
 * word that was not asked, of which the tokenizer left nothing, nothing is known against what it was
 * given. Probabilities keep three digits: they are stored for each word.
 */
export function believeWords(
  logits: readonly (ArrayLike<number> | null)[],
  tags: readonly string[],
  given: readonly string[],
): WordBeliefs {
  const types = [...new Set(tags.map(typeOf))];
  const rowsOf = types.map((type) => [...tags.keys()].filter((row) => typeOf(tags[row]) === type));
  const found: (string | null)[] = [];
  const probabilities: number[] = [];
  for (const [word, ofWord] of logits.entries()) {
    const type = typeOf(given[word]);
    if (ofWord === null) {
      found.push(type);
      probabilities.push(1);
      continue;
    }
    const ofTypes = rowsOf.map((rows) =>
      rows.reduce((sum, row) => sum + probabilityOf(ofWord, row), 0),
    );
    const likeliest = ofTypes.reduce((best, value, at) => (value > ofTypes[best] ? at : best), 0);
    found.push(types[likeliest]);
    // A type that the model does not know has no probability at all.
    const own = types.indexOf(type);
    probabilities.push(own === -1 ? 0 : Number(ofTypes[own].toPrecision(3)));
  }
  return { found, given: probabilities };
}

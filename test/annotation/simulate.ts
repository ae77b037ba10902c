/**
 * Plays people who label MoNERo, and prints figures, such as those of docs/annotation.md:
 *     node test/annotation/simulate.ts
 * How soon a model is good where it chooses what is labelled, against chance; and how many planted
 * errors the first tenth of the ranking holds. The model is a word tagger that takes seconds.
 */
import { chooseNext } from '#core/annotation/order/choose-next.ts';
import { doubtOfMentions } from '#core/annotation/order/belief-of-mentions.ts';
import { rankMentionErrors } from '#core/annotation/errors/rank-mention-errors.ts';
import { largestOf } from '#core/base/extremes.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import { hits, plant, readMonero, scoreOutOfFold, types } from './planted-errors.ts';
import { trainWordModel, type WordModel } from './word-model.ts';

const rounds = 8;
const say = (line: string) => process.stdout.write(`${line}\n`);
const sentences = readMonero();
const labelOf = (tag: string) => (tag === 'O' ? types.length : types.indexOf(tag.slice(2)));

function predict(model: WordModel, words: readonly string[]) {
  const said = words.map((_, word) => model.probabilities(words, word));
  const found = said.map((ofWord) => ofWord.indexOf(largestOf(ofWord)));
  const tags = found.map((type, at) =>
    type === types.length ? 'O' : `${found[at - 1] === type ? 'I' : 'B'}-${types[type]}`,
  );
  const mentions = readEntities(tags).map(({ start, end, type }) => {
    const own = said.slice(start, end).map((ofWord) => ofWord[types.indexOf(type)]);
    return { start, end, type, score: own.reduce((sum, value) => sum + value, 0) / own.length };
  });
  return mentions;
}

const keyOf = ({ start, end, type }: { start: number; end: number; type: string }) =>
  `${start}-${end} ${type}`;

function measure(model: WordModel, places: readonly number[]): number {
  let [right, found, given] = [0, 0, 0];
  for (const place of places) {
    const { words, tags } = sentences[place];
    const truth = new Set(readEntities(tags).map(keyOf));
    const said = predict(model, words);
    given += truth.size;
    found += said.length;
    right += said.filter((each) => truth.has(keyOf(each))).length;
  }
  return (2 * right) / (found + given);
}

/** F1 on the test slice, by how many tokens were labelled. */
function play(seed: number, by: 'random' | 'uncertain'): { tokens: number; f1: number }[] {
  const shuffled = new RandomStream(seed, 'simulation').shuffle([...sentences.keys()]);
  const fifth = Math.round(shuffled.length / 5);
  const [test, pool] = [shuffled.slice(0, fifth), shuffled.slice(fifth)];
  const batch = Math.ceil(pool.length / (2 * rounds));
  const labelled = pool.slice(0, batch);
  let rest = pool.slice(batch);
  const tfIdf = fitTfIdf(pool.map((place) => sentences[place].words.join(' ')));
  const points: { tokens: number; f1: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const model = trainWordModel(
      labelled.map((place) => ({
        words: sentences[place].words,
        labels: sentences[place].tags.map(labelOf),
      })),
      types.length + 1,
      { epochs: 2, seed },
    );
    const tokens = labelled.reduce((sum, place) => sum + sentences[place].words.length, 0);
    points.push({ tokens, f1: measure(model, test) });
    const candidates = rest.map((number) => {
      if (by === 'random') return { number, probabilities: [], features: [] };
      const { words } = sentences[number];
      const { columns, values } = weighTerms(tfIdf, words.join(' '));
      return {
        number,
        probabilities: doubtOfMentions(predict(model, words)),
        features: Array.from(columns, (column, at) => [column, values[at]] as const),
      };
    });
    const choice =
      by === 'random' ? ({ by, seed: seed * 100 + round } as const) : ({ by } as const);
    const chosen = chooseNext(candidates, batch, choice);
    for (const place of chosen) labelled.push(place);
    const taken = new Set(chosen);
    rest = rest.filter((place) => !taken.has(place));
  }
  return points;
}

/** Tokens at which a curve reaches a value, between its points; null where it never does. */
function reaches(points: readonly { tokens: number; f1: number }[], wanted: number): number | null {
  const at = points.findIndex(({ f1 }) => f1 >= wanted);
  if (at <= 0) return at === 0 ? points[0].tokens : null;
  const [before, after] = [points[at - 1], points[at]];
  const share = (wanted - before.f1) / (after.f1 - before.f1);
  return before.tokens + share * (after.tokens - before.tokens);
}

const random = new RandomStream(2_210, 'planted errors');
const { planted, sentences: withErrors } = plant(sentences, 0.05, random);
const ranked = rankMentionErrors(scoreOutOfFold(withErrors, 5));
const top = ranked.slice(0, Math.round(ranked.length / 10));
for (const kind of ['class', 'boundary', 'missing', 'spurious'] as const) {
  const of = planted.filter((each) => each.kind === kind);
  const met = of.filter((each) => top.some((issue) => hits(each, issue)));
  say(`${kind}: ${met.length} of ${of.length}`);
}
for (let seed = 1; seed <= 5; seed++) {
  const [chance, chosen] = [play(seed, 'random'), play(seed, 'uncertain')];
  const last = chance[chance.length - 1];
  const needed = reaches(chosen, last.f1);
  say(
    `seed ${seed}: chance ${last.f1.toFixed(4)} at ${last.tokens}; chosen ${chosen[chosen.length - 1].f1.toFixed(4)} at ${chosen[chosen.length - 1].tokens}; reached at ${needed === null ? 'never' : `${Math.round(needed)} (${(100 * (1 - needed / last.tokens)).toFixed(1)} % fewer)`}`,
  );
}

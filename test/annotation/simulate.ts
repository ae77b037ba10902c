/**
 * Plays people who label MoNERo, and prints figures, such as those of docs/annotation.md:
 *     node test/annotation/simulate.ts
 * How many planted errors the first tenth of the ranking holds; and how soon a model is good where it
 * chooses what is labelled, against chance, by several ways to choose. Each round labels as many tokens,
 * whoever chooses. The model is a word tagger that takes seconds; all takes about twenty minutes.
 */
import { takeDiverse, takeLikely } from '#core/annotation/order/choose-next.ts';
import { rankMentionErrors } from '#core/annotation/errors/rank-mention-errors.ts';
import { largestOf } from '#core/base/extremes.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { entropyOf } from '#core/domain/class-probabilities.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import { hits, plant, readMonero, scoreOutOfFold, types } from './planted-errors.ts';
import { trainWordModel, type WordModel } from './word-model.ts';

const rounds = 8;
const say = (line: string) => process.stdout.write(`${line}\n`);
const sentences = readMonero();
const labelOf = (tag: string) => (tag === 'O' ? types.length : types.indexOf(tag.slice(2)));

const ways = ['chance', 'mentions', 'total', 'likelihood', 'mean', 'mean and diverse'] as const;
type Way = (typeof ways)[number];
type Said = readonly (readonly number[])[];

const sayOf = (model: WordModel, words: readonly string[]): Said =>
  words.map((_, word) => model.probabilities(words, word));

function mentionsOf(said: Said) {
  const found = said.map((ofWord) => ofWord.indexOf(largestOf(ofWord)));
  const tags = found.map((type, at) =>
    type === types.length ? 'O' : `${found[at - 1] === type ? 'I' : 'B'}-${types[type]}`,
  );
  return readEntities(tags);
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** How unsure a model is of a text, by each way to say so. */
const doubts: Readonly<Record<Exclude<Way, 'chance'>, (said: Said) => number>> = {
  /** Of the mean probability of its mentions: a text in which nothing is found counts as certain. */
  mentions: (said) => {
    const scores = mentionsOf(said).map(({ start, end, type }) => {
      const own = said.slice(start, end).map((ofWord) => ofWord[types.indexOf(type)]);
      return sumOf(own) / own.length;
    });
    const mean = sumOf(scores) / Math.max(1, scores.length);
    return scores.length === 0 ? 0 : entropyOf([mean, 1 - mean]);
  },
  /** Total token entropy (Settles and Craven, 2008): favours what is long. */
  total: (said) => sumOf(said.map(entropyOf)),
  /** Maximum normalised log-probability, here of independent words (Shen and others, 2017). */
  likelihood: (said) =>
    sumOf(said.map((ofWord) => -Math.log(largestOf(ofWord)))) / Math.max(1, said.length),
  mean: (said) => sumOf(said.map(entropyOf)) / Math.max(1, said.length),
  'mean and diverse': (said) => sumOf(said.map(entropyOf)) / Math.max(1, said.length),
};

const keyOf = ({ start, end, type }: { start: number; end: number; type: string }) =>
  `${start}-${end} ${type}`;

function measure(model: WordModel, places: readonly number[]): number {
  let [right, found, given] = [0, 0, 0];
  for (const place of places) {
    const { words, tags } = sentences[place];
    const truth = new Set(readEntities(tags).map(keyOf));
    const said = mentionsOf(sayOf(model, words));
    given += truth.size;
    found += said.length;
    right += said.filter((each) => truth.has(keyOf(each))).length;
  }
  return (2 * right) / (found + given);
}

const tokensOf = (places: readonly number[]) =>
  sumOf(places.map((place) => sentences[place].words.length));

/** The first that have together at least so many tokens. */
function takeTokens(places: readonly number[], wanted: number): number[] {
  const taken: number[] = [];
  for (let tokens = 0; tokens < wanted && taken.length < places.length;) {
    const place = places[taken.length];
    taken.push(place);
    tokens += sentences[place].words.length;
  }
  return taken;
}

/** F1 on the test slice, by how many tokens were labelled: half of the rest after the last round. */
function play(seed: number, way: Way): { tokens: number; f1: number }[] {
  const shuffled = new RandomStream(seed, 'simulation').shuffle([...sentences.keys()]);
  const fifth = Math.round(shuffled.length / 5);
  const [test, pool] = [shuffled.slice(0, fifth), shuffled.slice(fifth)];
  const batch = tokensOf(pool) / (2 * rounds);
  const labelled = takeTokens(pool, batch);
  let rest = pool.slice(labelled.length);
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
    points.push({ tokens: tokensOf(labelled), f1: measure(model, test) });
    const choose = () => {
      if (way === 'chance') {
        return new RandomStream(seed * 100 + round, 'next documents').shuffle([...rest]);
      }
      const candidates = rest.map((number) => {
        const { words } = sentences[number];
        const { columns, values } = weighTerms(tfIdf, words.join(' '));
        const features = Array.from(columns, (column, at) => [column, values[at]] as const);
        return { number, score: doubts[way](sayOf(model, words)), features };
      });
      // More than a round labels: what is cut off is the last of the list.
      const enough = Math.ceil((2 * rest.length * batch) / tokensOf(rest));
      return way === 'mean and diverse'
        ? takeDiverse(candidates, enough)
        : takeLikely(candidates, rest.length);
    };
    const chosen = takeTokens(choose(), batch);
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
  const { f1, tokens } = play(seed, 'chance')[rounds - 1];
  say(`seed ${seed}: by chance F1 ${f1.toFixed(3)} at ${tokens} tokens`);
  for (const way of ways.filter((each) => each !== 'chance')) {
    const points = play(seed, way);
    const needed = reaches(points, f1);
    const saved = needed === null ? 'never' : `${(100 * (1 - needed / tokens)).toFixed(1)} % fewer`;
    say(`  ${way}: ${saved}, F1 ${points[rounds - 1].f1.toFixed(3)} in the end`);
  }
}

import { RandomStream } from '#core/base/random-stream.ts';
import type {
  Annotator,
  AssignedDocument,
  ProjectSettings,
} from '#core/domain/annotation-project.ts';

/**
 * Who labels which documents, in which order. The test slice is drawn by chance before anything else
 * and comes first; then the rest as listed or drawn. Documents for two are drawn by chance over all,
 * so that agreement speaks for all. Each document goes to whoever has least and may take more;
 * where nobody may, to nobody.
 */
export function assignDocuments(
  numbers: readonly number[],
  annotators: readonly Annotator[],
  { order, testCount, doubleShare }: ProjectSettings,
): AssignedDocument[] {
  const seed = order.kind === 'random' ? order.seed : 0;
  const drawn = new RandomStream(seed, 'project/test slice').shuffle([...numbers]);
  const test = new Set(drawn.slice(0, testCount));
  const rest = numbers.filter((number) => !test.has(number));
  if (order.kind === 'random') new RandomStream(seed, 'project/order').shuffle(rest);
  const inOrder = [...test, ...rest];

  const doubles = annotators.length < 2 ? 0 : Math.round(doubleShare * inOrder.length);
  const byChance = new RandomStream(seed, 'project/double').shuffle([...inOrder]);
  const isDouble = new Set(byChance.slice(0, doubles));

  const counts = annotators.map(() => 0);
  const takeOne = (others: readonly number[]): number | null => {
    let best: number | null = null;
    for (const [index, { most }] of annotators.entries()) {
      if (others.includes(index) || (most !== null && counts[index] >= most)) continue;
      if (best === null || counts[index] < counts[best]) best = index;
    }
    if (best !== null) counts[best]++;
    return best;
  };
  return inOrder.map((number) => {
    const taken: number[] = [];
    for (let place = 0; place < (isDouble.has(number) ? 2 : 1); place++) {
      const next = takeOne(taken);
      if (next !== null) taken.push(next);
    }
    return {
      number,
      isTest: test.has(number),
      annotators: taken.map((index) => annotators[index].person),
    };
  });
}

import type { Advance } from '#core/base/advance.ts';
import type { Contamination, FoldMet, MetPair } from '#core/domain/contamination.ts';
import {
  reportContamination,
  type CorpusPair,
} from '#core/corpus/near-duplicates/contamination.ts';
import { NearDuplicateIndex } from '#core/corpus/near-duplicates/near-duplicate-index.ts';
import { PassageFinder } from '#core/corpus/near-duplicates/passage-finder.ts';
import type { PreparedCorpus } from '#core/collection/corpora/prepared-corpus.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { PreparedTask } from './prepared-task.ts';
import { sidesOf } from './sides-of.ts';

/** An example that can be judged; its id is not its own alone, its position is. */
interface JudgedExample {
  readonly position: number;
  readonly id: string;
  readonly text: string;
}

const leastWords = 8;
/** Pairs that are kept to be looked at. */
const keptPairs = 500;
/** Examples or lines between two pauses. */
const perTurn = 256;

/**
 * Looks for the examples of a task among those that are learned from in the folds in which they are
 * tested, and in the corpora of the study, and keeps what was found; once for the same data. Of
 * tested and learned examples those that are compared are proposed by MinHash; those of corpora all
 * are. `advance` is awaited again and again and may reject to end it.
 */
export async function compareExamples(
  workspace: Workspace,
  {
    studyId,
    task,
    corpora,
  }: {
    readonly studyId: string;
    readonly task: PreparedTask;
    readonly corpora: Iterable<PreparedCorpus>;
  },
  advance: Advance,
): Promise<Contamination> {
  const compared = [...corpora];
  const hash = hashJson({
    comparison: 1,
    task: task.hash,
    folds: task.folds.map((fold) => [...fold]),
    ...(task.learned === null ? {} : { learned: task.learned.map((side) => [...side]) }),
    corpora: compared.map(({ name, hash: of }) => [name, of]),
  });
  const known = workspace.contaminations.find(studyId, task.name);
  if (known?.hash === hash) return known.contamination;
  const examples = listJudged(task);
  const index = new NearDuplicateIndex();
  const what = `looking for near-duplicates in task ${task.name}`;
  for (const [count, { position, text }] of examples.entries()) {
    if (count % perTurn === 0) await advance(what, count, examples.length);
    index.add(String(position), text);
  }
  const corpusPairs: PlacedPair[] = [];
  for (const corpus of compared) {
    for (const pair of await findInCorpus(corpus, { task, examples }, advance)) {
      corpusPairs.push(pair);
    }
  }
  const clusters = index.clusters();
  const { pairs } = index;
  const contamination = describe(task, { examples, clusters, pairs, corpusPairs });
  workspace.contaminations.put({ studyId, task: task.name, hash, contamination });
  return contamination;
}

/** The name of the corpus and its lines stand apart: a name may hold anything. */
interface PlacedPair extends CorpusPair {
  readonly corpus: string;
}

/** All notes; of sentences those that are no set phrase. */
function listJudged(task: PreparedTask): JudgedExample[] {
  if (task.kind !== 'entities') {
    return task.notes.map(({ id, text }, position) => ({ position, id, text }));
  }
  return Array.from(task.sentences, ({ id, text, words }, position) => ({
    position,
    id,
    text,
    wordCount: words.length,
  })).filter(({ wordCount }) => wordCount >= leastWords);
}

async function findInCorpus(
  corpus: PreparedCorpus,
  { task, examples }: { task: PreparedTask; examples: readonly JudgedExample[] },
  advance: Advance,
): Promise<PlacedPair[]> {
  const found: PlacedPair[] = [];
  const finder = new PassageFinder(
    examples.map(({ text }) => text),
    ({ document, fromLine, toLine, jaccard, containment }) => {
      const corpusId = fromLine === toLine ? String(fromLine) : `${fromLine}–${toLine}`;
      const id = String(examples[document].position);
      found.push({ corpus: corpus.name, corpusId, id, jaccard, containment });
    },
  );
  let taken = 0;
  for (const line of corpus.lines()) {
    finder.read(line);
    if (++taken % perTurn > 0) continue;
    const what = `looking for task ${task.name} in corpus ${corpus.name}, passage by passage`;
    await advance(what, taken, corpus.lineCount);
  }
  finder.finish();
  return found;
}

interface Found {
  readonly examples: readonly JudgedExample[];
  readonly clusters: readonly (readonly string[])[];
  readonly pairs: NearDuplicateIndex['pairs'];
  readonly corpusPairs: readonly PlacedPair[];
}

function describe(
  task: PreparedTask,
  { examples, clusters, pairs, corpusPairs }: Found,
): Contamination {
  const keys = new Map(examples.map(({ position, text }) => [String(position), wordsOf(text)]));
  const ids = new Map(examples.map(({ position, id }) => [String(position), id]));
  const exactInCorpora = new Set(
    corpusPairs.filter(({ jaccard }) => jaccard === 1).map(({ id }) => keys.get(id)),
  );
  const folds = task.folds.map((_, fold) => {
    const { train, test } = sidesOf(task, fold);
    const judged = (side: Int32Array) => Array.from(side, String).filter((id) => keys.has(id));
    return { training: judged(train), test: judged(test) };
  });
  const report = reportContamination({ clusters, pairs, corpusPairs, folds });
  const crossing = new Set<(typeof pairs)[number]>();
  const met = report.map(({ testByTraining, testByCorpus, trainingByCorpus }, fold): FoldMet => {
    const { training, test } = folds[fold];
    for (const pair of testByTraining.pairs) crossing.add(pair);
    const learned = new Set(training.map((id) => keys.get(id)));
    const countExact = (of: readonly string[], known: ReadonlySet<string | undefined>) =>
      of.filter((id) => known.has(keys.get(id)) && keys.get(id) !== '').length;
    const count = (
      { documentCount: near, ofCount: of }: { documentCount: number; ofCount: number },
      exact: number,
    ) => ({ of, exact, near });
    return {
      fold,
      testByTraining: count(testByTraining, countExact(test, learned)),
      testByCorpora: count(testByCorpus, countExact(test, exactInCorpora)),
      trainingByCorpora: count(trainingByCorpus, countExact(training, exactInCorpora)),
    };
  });
  const placeOf = (id: string) => ({ source: task.name, place: ids.get(id) ?? id });
  const told: MetPair[] = [
    ...Array.from(crossing, ({ first, second, jaccard, containment }) => ({
      first: placeOf(first),
      second: placeOf(second),
      jaccard,
      containment,
    })),
    ...corpusPairs.map(({ corpus, corpusId, id, jaccard, containment }) => ({
      first: placeOf(id),
      second: { source: corpus, place: corpusId },
      jaccard,
      containment,
    })),
  ].sort((one, other) => other.jaccard - one.jaccard || other.containment - one.containment);
  return {
    unit: task.kind === 'entities' ? 'sentences' : 'notes',
    folds: met,
    pairs: told.slice(0, keptPairs),
    pairCount: told.length,
  };
}

/** Equal for texts that differ in case, punctuation and white space only. */
function wordsOf(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

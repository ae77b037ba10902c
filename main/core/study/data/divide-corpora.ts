import { chooseHeldOut } from '#core/corpus/hold-out.ts';
import type { PreparedCorpus } from '#core/collection/corpora/prepared-corpus.ts';
import { assert } from '#core/base/assert.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { CorpusDocuments } from '#core/storage/corpus-documents.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** The documents of a corpus that nothing of the study learns from. */
export interface HeldOutPart {
  readonly documentCount: number;
  readonly lineCount: number;
  lines(): Iterable<string>;
}

/** A corpus as a study trains on it: its lines are those that may be learned from. */
export interface DividedCorpus extends PreparedCorpus {
  /** Of the corpus and, where documents are held out, of which: equal where the same is learned from. */
  readonly trainingHash: string;
  /** Null where the plan holds nothing out. */
  readonly heldOut: HeldOutPart | null;
}

/** Divides the corpora of a plan as it says. @throws corpus.no-held-out */
export function divideCorpora(
  corpora: ReadonlyMap<string, PreparedCorpus>,
  { heldOut, seed }: Pick<Plan, 'heldOut' | 'seed'>,
): Map<string, DividedCorpus> {
  if (heldOut === undefined) {
    return new Map(
      Array.from(corpora, ([name, corpus]) => [
        name,
        { ...corpus, trainingHash: corpus.hash, heldOut: null },
      ]),
    );
  }
  const documents = new Map(Array.from(corpora, ([name, corpus]) => [name, documentsOf(corpus)]));
  const chosen = chooseHeldOut(
    Array.from(documents, ([name, ends]) => ({ name, ...ends })),
    { fraction: heldOut.fraction, seed },
  );
  return new Map(
    Array.from(corpora, ([name, corpus]) => [
      name,
      divide(corpus, documents.get(name) ?? documentsOf(corpus), chosen),
    ]),
  );
}

function documentsOf(corpus: PreparedCorpus): CorpusDocuments {
  const documents = corpus.documents();
  assert(documents !== null, `the documents of ${corpus.name} were asked for`);
  return documents;
}

function divide(
  corpus: PreparedCorpus,
  { lineCounts, keys }: CorpusDocuments,
  chosen: ReadonlySet<number>,
): DividedCorpus {
  const isHeldOut = Uint8Array.from(keys, (key) => (chosen.has(key) ? 1 : 0));
  const places = Array.from(isHeldOut.keys()).filter((index) => isHeldOut[index] === 1);
  const heldOutLines = places.reduce((sum, index) => sum + lineCounts[index], 0);
  function* linesOf(side: 0 | 1): Generator<string> {
    let document = 0;
    let left = lineCounts[0];
    for (const line of corpus.lines()) {
      while (left === 0) left = lineCounts[++document];
      left--;
      if (isHeldOut[document] === side) yield line;
    }
  }
  return {
    ...corpus,
    trainingHash: hashJson({ corpus: corpus.hash, heldOut: places }),
    lineCount: corpus.lineCount - heldOutLines,
    lines: () => linesOf(0),
    heldOut: {
      documentCount: places.length,
      lineCount: heldOutLines,
      lines: () => linesOf(1),
    },
  };
}

import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

/** A corpus as it is divided: documents by the key of their patient or text, which several may share. */
export interface DividedDocuments {
  readonly name: string;
  /** [documents] */
  readonly keys: ArrayLike<number>;
  /** [documents] */
  readonly lineCounts: ArrayLike<number>;
}

/**
 * Which documents of the corpora of a study are held out of all that is trained, as their keys. Of
 * each corpus groups of documents with the same key are taken in an order that follows from the seed
 * and the keys alone, each that still fits into `fraction` of the lines, at least one; one that is
 * larger than that share is never taken unless all are. What is held out of one corpus is held out
 * of every other that has it as well.
 * @throws corpus.no-held-out where nothing would be left to train on
 */
export function chooseHeldOut(
  corpora: readonly DividedDocuments[],
  { fraction, seed }: { readonly fraction: number; readonly seed: number },
): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const corpus of corpora) {
    for (const key of chooseOf(corpus, { fraction, seed })) chosen.add(key);
  }
  for (const { name, keys } of corpora) {
    if (!Array.from(keys).every((key) => chosen.has(key))) continue;
    throw new AnamnesisError('corpus.no-held-out', {
      place: say('losses', 'corpusPlace', name),
      expected: say('pretraining', 'twoDocuments'),
      found: say('pretraining', 'allHeldOut', keys.length),
      remedy: say('pretraining', 'smallerDocuments'),
    });
  }
  return chosen;
}

function chooseOf(
  { keys, lineCounts }: DividedDocuments,
  { fraction, seed }: { readonly fraction: number; readonly seed: number },
): number[] {
  const linesOfKey = new Map<number, number>();
  let lineCount = 0;
  for (let index = 0; index < keys.length; index++) {
    linesOfKey.set(keys[index], (linesOfKey.get(keys[index]) ?? 0) + lineCounts[index]);
    lineCount += lineCounts[index];
  }
  const ranked = Array.from(linesOfKey, ([key, lines]) => ({
    key,
    lines,
    rank: rankOf(key, seed),
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.key - b.key);
  let left = fraction * lineCount;
  const taken: number[] = [];
  for (const { key, lines } of ranked) {
    if (lines > left) continue;
    left -= lines;
    taken.push(key);
  }
  if (taken.length > 0) return taken;
  const [smallest] = ranked.toSorted((a, b) => a.lines - b.lines);
  return [smallest.key];
}

/** A number that looks drawn, from a key below 2⁴⁸ and a seed (MurmurHash3’s finaliser, twice). */
function rankOf(key: number, seed: number): number {
  const low = mix((key >>> 0) ^ mix(seed >>> 0));
  return mix(low ^ Math.floor(key / 2 ** 32) ^ mix(Math.floor(seed / 2 ** 32)));
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

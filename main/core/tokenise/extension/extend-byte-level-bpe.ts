import type { Paced } from '#core/base/paced.ts';
import type { ModelDefinition } from '#core/tokenise/definition.ts';
import { createModel } from '#core/tokenise/models/create-model.ts';
import { MergeList } from '#core/tokenise/training/merge-list.ts';
import { mergePairs, type SymbolWord } from '#core/tokenise/training/merge-pairs.ts';
import { VocabularyBuilder } from '#core/tokenise/training/vocabulary-builder.ts';
import type { Extension, ExtensionRequest, NewToken } from './extension.ts';

const lettersOnly = /^ ?\p{L}+$/u;
/** Longer runs of letters are codes or damaged text; merging them takes time by their square. */
const maxPiecesPerWord = 256;

/** Further merges behind those that are known; see `extendVocabulary`. */
export function* extendByteLevelBpe(request: ExtensionRequest): Paced<Extension> {
  const { definition, vocabulary, tokenCount, minFrequency } = request;
  const { model } = definition;
  const builder = new VocabularyBuilder(vocabulary);
  const merges = new MergeList(builder, (model.merges ?? []).map(toPair));
  const pieces = new Map<number, readonly number[]>();
  const piecesOf = (id: number): readonly number[] => pieces.get(id) ?? [id];
  yield* mergePairs({
    words: cutWords(request),
    minFrequency: Math.max(2, minFrequency),
    hasRoom: () => builder.size < vocabulary.size + tokenCount,
    join: (left, right) => {
      const id = merges.join(left, right);
      if (id >= vocabulary.size && !pieces.has(id)) {
        pieces.set(id, [...piecesOf(left), ...piecesOf(right)]);
      }
      return id;
    },
  });
  const added = [...pieces].map(([id, parts]): NewToken => ({ id, pieces: parts }));
  const vocab = {
    ...(model.vocab as Record<string, number>),
    ...Object.fromEntries(added.map(({ id }) => [builder.tokenOf(id), id])),
  };
  return { model: { ...model, vocab, merges: writeMerges(model, merges.list) }, added };
}

function cutWords({ definition, vocabulary, wordCounts }: ExtensionRequest): SymbolWord[] {
  const model = createModel(definition, vocabulary);
  const words: SymbolWord[] = [];
  for (const [word, count] of wordCounts) {
    if (!lettersOnly.test(word)) continue;
    const ids = model.encodeWord(word).filter((_, index) => index % 3 === 0);
    if (ids.length > 1 && ids.length <= maxPiecesPerWord) words.push({ ids, count });
  }
  return words;
}

function toPair(merge: string | [string, string]): readonly [string, string] {
  if (typeof merge !== 'string') return merge;
  const [left, right] = merge.split(' ');
  return [left, right];
}

/** All in the way of the first: readers tell the two ways apart by it. */
function writeMerges(
  { merges = [] }: ModelDefinition,
  list: readonly (readonly [string, string])[],
): (string | [string, string])[] {
  return list.map(([left, right]) =>
    typeof merges[0] === 'string' ? `${left} ${right}` : [left, right],
  );
}

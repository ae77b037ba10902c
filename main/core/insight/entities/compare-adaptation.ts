import type { Advance } from '#core/base/advance.ts';
import type { Adaptation, LayerDrift, WordCuts } from '#core/domain/adaptation.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { linearCka } from '#core/geometry/drift/linear-cka.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { embedMentions } from './embed-mentions.ts';
import type { ListedMentions } from './list-mentions.ts';
import type { OpenedStateReader } from './open-state-reader.ts';

/** A model, opened up to any of its layers. */
export interface LayeredModel {
  readonly name: string;
  readonly layerCount: number;
  readonly tokenizer: Tokenizer;
  readonly open: (layer: number) => Promise<OpenedStateReader>;
}

/**
 * What lies between two models: how each vocabulary cuts the words, and how alike the vectors of the
 * same mentions and random words are, layer by layer, as far as both have layers.
 * @throws geometry.no-mentions, RunStopped
 */
export async function compareAdaptation(
  listed: ListedMentions,
  [base, adapted]: readonly [LayeredModel, LayeredModel],
  advance: Advance,
): Promise<Adaptation> {
  const layers = Math.min(base.layerCount, adapted.layerCount);
  const drift: LayerDrift[] = [];
  for (let layer = 1; layer <= layers; layer++) {
    const models = [base, adapted].map(({ name, open }) => ({ name, open: () => open(layer) }));
    const embedded = await embedMentions(listed, models, (_, embed) => embed(advance));
    const [one, other] = embedded.models;
    drift.push({ layer, cka: linearCka(one.vectors, other.vectors) });
  }
  return { cuts: [base, adapted].map((model) => countCuts(listed.sentences, model)), drift };
}

function countCuts(
  sentences: readonly TaggedSentence[],
  { name, tokenizer }: Pick<LayeredModel, 'name' | 'tokenizer'>,
): WordCuts {
  let [words, pieces, cut, unknown] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    const { encoding, firstPieceOfWord } = tokenizer.encodeWords(sentence.text, sentence.words);
    const firsts = firstPieceOfWord.filter((first) => first >= 0);
    for (const [place, first] of firsts.entries()) {
      const end = place + 1 < firsts.length ? firsts[place + 1] : encoding.ids.length;
      words++;
      pieces += end - first;
      if (end - first > 1) cut++;
      if (encoding.ids.subarray(first, end).includes(tokenizer.special.unknown)) unknown++;
    }
  }
  const all = Math.max(1, words);
  return {
    model: name,
    words,
    fertility: pieces / all,
    cutShare: cut / all,
    unknownShare: unknown / all,
  };
}

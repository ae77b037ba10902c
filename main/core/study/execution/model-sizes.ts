import { maxTokensOf, type EncoderConfiguration } from '#core/model/configuration.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { extensionKey, vocabularyKey } from '#core/domain/run-keys.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** What of a model says how long it takes to train. */
export interface ModelSize {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  /** The longest text that it reads. */
  readonly maxTokens: number;
  readonly vocabularySize: number;
  /** Null as long as its vocabulary was not trained. */
  readonly tokenizer: Tokenizer | null;
}

/** What is known of the models of a study before they are trained. */
export interface KnownSizes {
  /** Those that come from outside, by the name of the model that starts from each. */
  readonly checkpoints: ReadonlyMap<string, ModelSize>;
  /** Those that were trained or extended, by the keys of the runs. */
  readonly tokenizers: ReadonlyMap<string, Tokenizer>;
}

/** Looks into the checkpoints and library models that a study starts from. */
export function sizeCheckpoints({ checkpoints }: PreparedData): Map<string, ModelSize> {
  return new Map(
    Array.from(checkpoints, ([name, { stored }]) => {
      const { encoder } = readModelRecord(stored);
      return [name, sizeEncoder(encoder, openTokenizer(stored.tokenizerFiles))] as const;
    }),
  );
}

export function sizeEncoder(encoder: EncoderConfiguration, tokenizer: Tokenizer | null): ModelSize {
  const { layerCount: layers, hiddenSize, intermediateSize, vocabularySize } = encoder;
  const maxTokens = maxTokensOf(encoder);
  return { layers, hiddenSize, intermediateSize, maxTokens, vocabularySize, tokenizer };
}

/** The size of a model of a plan, as well as it is known now. */
export function sizeModel(plan: Plan, name: string, known: KnownSizes): ModelSize | null {
  const { start, extendVocabulary } = plan.models[name];
  const begun =
    start.kind === 'scratch'
      ? sizeNew(plan, start, known)
      : start.kind === 'model'
        ? sizeModel(plan, start.model, known)
        : (known.checkpoints.get(name) ?? null);
  if (begun === null || extendVocabulary === undefined) return begun;
  const extended = known.tokenizers.get(extensionKey(name));
  return extended === undefined
    ? { ...begun, vocabularySize: begun.vocabularySize + extendVocabulary.tokens }
    : { ...begun, vocabularySize: extended.vocabularySize, tokenizer: extended };
}

function sizeNew(
  plan: Plan,
  start: Extract<Plan['models'][string]['start'], { kind: 'scratch' }>,
  { tokenizers }: KnownSizes,
): ModelSize {
  const { layers, hiddenSize, intermediateSize, maxPositions: maxTokens, vocabulary } = start;
  const tokenizer = tokenizers.get(vocabularyKey(vocabulary)) ?? null;
  // A small text gives a smaller vocabulary than was asked for.
  const vocabularySize = tokenizer?.vocabularySize ?? plan.vocabularies[vocabulary].size;
  return { layers, hiddenSize, intermediateSize, maxTokens, vocabularySize, tokenizer };
}

import type { ModelDefinition } from './definition.ts';
import { classOfDefinition } from './folder/class-of-definition.ts';
import { stateSettings } from './folder/settings.ts';
import { modelKind, type ModelKind } from './models/create-model.ts';
import { configurationKeys, specialRoles, type SpecialTokenNames } from './special-tokens.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { modelTokens } from './vocabulary.ts';

/**
 * A tokenizer as a Hugging Face checkpoint folder holds it. Its tokenizer_config.json says all that
 * its readers would else assume, and nothing that was in another: no paths of other machines, and no
 * setting by which some would read it otherwise.
 */
export function writeTokenizerFiles(parts: TokenizerParts): Record<string, string> {
  const { definition, names, configuration } = parts;
  const special = specialTokensMap(names);
  const kind = modelKind(definition.model);
  return {
    'tokenizer.json': toJson({ ...definition, truncation: null, padding: null }),
    'tokenizer_config.json': toJson({
      tokenizer_class: classOfDefinition(definition, names),
      ...stateSettings(definition),
      ...special,
      // RoBERTa's classes put these around a text.
      ...(kind === 'WordPiece'
        ? {}
        : { bos_token: names.classification, eos_token: names.separator }),
      ...pickHarmless(configuration),
      // Long texts lose their end here, and short ones get their padding there.
      padding_side: 'right',
      truncation_side: 'right',
    }),
    'special_tokens_map.json': toJson(special),
    ...vocabularyFiles[kind](definition.model),
  };
}

/** What has no influence on the ids of a text that fits. */
function pickHarmless({
  model_max_length: longest,
  clean_up_tokenization_spaces: cleansUp,
}: TokenizerParts['configuration']): Record<string, number | boolean> {
  return {
    ...(typeof longest === 'number' ? { model_max_length: longest } : {}),
    ...(typeof cleansUp === 'boolean' ? { clean_up_tokenization_spaces: cleansUp } : {}),
  };
}

function specialTokensMap(names: SpecialTokenNames): Record<string, string> {
  return Object.fromEntries(specialRoles.map((role) => [configurationKeys[role], names[role]]));
}

/** One token per line, the line is the id; left out where that cannot say it. */
function vocabularyText(model: ModelDefinition): Record<string, string> {
  const tokens = modelTokens(model).sort(([, a], [, b]) => a - b);
  const isSayable = tokens.every(([token, id], line) => id === line && !/[\r\n]/.test(token));
  return isSayable ? { 'vocab.txt': tokens.map(([token]) => `${token}\n`).join('') } : {};
}

function vocabularyAndMerges(model: ModelDefinition): Record<string, string> {
  const merges = (model.merges ?? []).map((pair) =>
    typeof pair === 'string' ? pair : pair.join(' '),
  );
  return {
    'vocab.json': toJson(model.vocab),
    'merges.txt': ['#version: 0.2', ...merges, ''].join('\n'),
  };
}

/** The older files beside tokenizer.json; a Unigram model has none that is text. */
const vocabularyFiles = {
  WordPiece: vocabularyText,
  BPE: vocabularyAndMerges,
  Unigram: () => ({}),
} as const satisfies Record<ModelKind, (model: ModelDefinition) => Record<string, string>>;

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

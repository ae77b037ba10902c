import type { TokenizerDefinition } from '../definition.ts';
import { unsupportedPart } from '../errors.ts';
import { modelKind, supportedModels } from '../models/create-model.ts';
import { findSpecialTokens, statedSpellings } from '../special-tokens.ts';
import type { TokenizerParts } from '../tokenizer-parts.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { classOfDefinition, plainClass } from './class-of-definition.ts';
import { completeDefinition } from './complete-definition.ts';
import { frameOf, frames } from './frame-text.ts';
import { mergeAddedTokens } from './merge-added-tokens.ts';
import { remark, type TokenizerRemark } from './remarks.ts';
import { applySettings } from './settings.ts';
import { withSpecialPieces } from './special-pieces.ts';
import { tidyBytes } from './tidy-bytes.ts';
import { readerOf } from './tokenizer-class.ts';

type Json = Readonly<Record<string, unknown>>;

/** A tokenizer.json and what lies beside it. */
export interface DefinedFolder {
  readonly definition: TokenizerDefinition;
  /** added_tokens.json. */
  readonly added: Json;
  readonly configuration: Json;
  /** In which special tokens are named, the one that counts first. */
  readonly configurations: readonly Json[];
}

/**
 * One reading of a folder with a tokenizer.json: that of transformers, where its other files state
 * another than tokenizer.json; and that of tokenizer.json, where they are silent. All that was
 * assumed stands in the definition afterwards.
 * @throws AnamnesisError tokenise.special-token-missing, tokenise.part-unsupported,
 * tokenise.definition-malformed
 */
export function readDefinedParts(folder: DefinedFolder): TokenizerParts {
  const { configuration, configurations } = folder;
  const remarks: TokenizerRemark[] = [];
  const found = withAddedTokens(folder);
  const kind = modelKind(found.model);
  const reader = readerOf(configuration.tokenizer_class, kind);
  if (reader === null) remarks.push(remark('class-other'));
  if (found.model.type === undefined) {
    // By its parts alone it is a list of whole words: only a class makes pieces of them.
    if (reader === 'file' && kind === 'WordPiece' && !found.model.continuing_subword_prefix) {
      throw unsupportedPart('model', 'words without pieces (WordLevel)', supportedModels);
    }
    remarks.push(remark('model-type-assumed', kind));
  }
  const names = findSpecialTokens(vocabularyOf(found).idOf, configurations);
  const whole = completeDefinition(withSpecialPieces(found, names, configurations), names);
  const applied = applySettings(whole, configuration, reader ?? 'file');
  for (const each of applied.remarks) remarks.push(each);
  let { definition } = applied;
  if (reader === 'bert') {
    definition = { ...definition, model: { ...definition.model, unk_token: names.unknown } };
  }
  const { idOf } = vocabularyOf(definition);
  if (!frames(definition.post_processor, names, idOf)) {
    if (definition.post_processor !== null) remarks.push(remark('frame-assumed'));
    definition = { ...definition, post_processor: frameOf(names, idOf) };
  }
  if (reader !== null && reader !== 'file' && classOfDefinition(definition, names) === plainClass) {
    remarks.push(remark('class-rebuilt'));
  }
  return tidyBytes({ definition, names, configuration, remarks });
}

function withAddedTokens(folder: DefinedFolder): TokenizerDefinition {
  const { definition, configuration, configurations, added } = folder;
  const { idOf } = vocabularyOf(definition);
  const special = statedSpellings(configurations);
  const added_tokens = mergeAddedTokens(definition.added_tokens, {
    configuration,
    added,
    isSpecial: (content) => special.has(content),
    idOf,
  });
  return { ...definition, added_tokens };
}

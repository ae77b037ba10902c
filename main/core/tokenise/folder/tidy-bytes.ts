import { countMissingBytes } from '../models/byte-spelling.ts';
import { hasPart, modelKind } from '../models/create-model.ts';
import type { TokenizerParts } from '../tokenizer-parts.ts';
import { modelTokens } from '../vocabulary.ts';
import { keepKnownMerges } from './known-merges.ts';
import { remark, type TokenizerRemark } from './remarks.ts';

/** A vocabulary of merged pieces, of which no merge leads nowhere, with a word about what it lacks. */
export function tidyBytes(parts: TokenizerParts): TokenizerParts {
  const { definition, remarks = [] } = parts;
  const { model, pre_tokenizer } = definition;
  if (modelKind(model) !== 'BPE') return parts;
  const more: TokenizerRemark[] = [];
  const known = new Set(modelTokens(model).map(([token]) => token));
  const { merges, leftOutCount } = keepKnownMerges(model, known);
  if (leftOutCount > 0) more.push(remark('merges-left-out', `${leftOutCount} merges`));
  const missing = hasPart(pre_tokenizer, 'ByteLevel') ? countMissingBytes(model.vocab) : 0;
  if (missing > 0) {
    const rule = typeof model.unk_token === 'string' ? 'bytes-unknown' : 'bytes-left-out';
    more.push(remark(rule, `${missing} of the 256 bytes`));
  }
  const tidied = leftOutCount === 0 ? model : { ...model, merges };
  return { ...parts, definition: { ...definition, model: tidied }, remarks: [...remarks, ...more] };
}

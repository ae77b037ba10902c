import { withPrefix } from '#core/tokenise/aligned-text.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import type { PreTokeniser } from './pre-tokeniser.ts';

/** GPT-2's pattern (Radford et al. 2019, `encoder.py` of their code). */
const words = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/**
 * `ByteLevel`: words with the space before them. The change from bytes to visible characters is
 * left to the model, so that words stay text here.
 */
export function createByteLevel(part: DefinitionPart): PreTokeniser {
  const addPrefixSpace = part.add_prefix_space === true;
  const usePattern = part.use_regex !== false;
  return (source, _isFirstSection, emit) => {
    const text = addPrefixSpace && !source.text.startsWith(' ') ? withPrefix(source, ' ') : source;
    if (!usePattern) {
      emit(text, 0, text.text.length);
      return;
    }
    for (const match of text.text.matchAll(words)) {
      emit(text, match.index, match.index + match[0].length);
    }
  };
}

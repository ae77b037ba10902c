import { replaceText, withPrefix } from '#core/tokenise/aligned-text.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import { unsupportedPart } from '#core/tokenise/errors.ts';
import type { PreTokeniser } from './pre-tokeniser.ts';

/** `Metaspace`: spaces become ▁, and the text begins with one. As the library, it does not cut. */
export function createMetaspace(part: DefinitionPart): PreTokeniser {
  const mark = typeof part.replacement === 'string' ? part.replacement : '▁';
  if (mark.length !== 1 || (part.str_rep !== undefined && part.str_rep !== mark)) {
    throw unsupportedPart('pre_tokenizer', 'Metaspace with another mark', ['Metaspace with ▁']);
  }
  const scheme = part.prepend_scheme ?? 'always';
  return (source, isFirstSection, emit) => {
    const marked = replaceText(source, source.text.replaceAll(' ', mark));
    const prepends = scheme === 'always' || (scheme === 'first' && isFirstSection);
    const text = prepends && !marked.text.startsWith(mark) ? withPrefix(marked, mark) : marked;
    emit(text, 0, text.text.length);
  };
}

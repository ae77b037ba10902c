import { AnamnesisError } from '#core/base/error.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import { malformed } from '#core/tokenise/errors.ts';
import { boundSteps } from './bound-steps.ts';
import { parsePattern } from './parse-pattern.ts';

/** Far above all published ones; the library reads longer ones slowly. */
const maxLength = 10_000;
const maxFactor = 10_000;

/**
 * Makes a part of the library that matches a pattern of a tokenizer.json, which anybody may have
 * written, unless a text could keep it busy without end. A pattern may go back at most once for each
 * character from each start: so do those of published tokenizers.
 * @throws tokenise.pattern-unbounded, tokenise.definition-malformed, and what `create` throws
 */
export function withBoundedPattern<Part extends { readonly pattern: RegExp | null }>(
  place: 'normalizer' | 'pre_tokenizer',
  { pattern }: DefinitionPart,
  create: () => Part,
): Part {
  const { Regex, String: text } = (pattern ?? {}) as Readonly<Record<string, unknown>>;
  const written = Regex ?? text;
  // The library would print what it does not know, and then leave nothing of any text.
  if (typeof written !== 'string') {
    throw malformed(`tokenizer.json, ${place}`, 'a pattern', 'none');
  }
  if (written.length > maxLength) throw unbounded(place);
  const part = create();
  const node = parsePattern(part.pattern?.source ?? '');
  if (node === null) throw unbounded(place);
  const { degree, factor } = boundSteps(node);
  // Not `>`, which is false for what is no number.
  if (!(degree <= 1 && factor <= maxFactor)) throw unbounded(place);
  return part;
}

function unbounded(place: string): AnamnesisError {
  return new AnamnesisError('tokenise.pattern-unbounded', {
    place: `tokenizer.json, ${place}`,
    expected: 'a pattern that is quickly tried on any text',
    found:
      'one that is very long, refers back, or repeats what can match in several ways before something that may fail',
    remedy:
      'Take tokenizer.json from where the checkpoint was published, simplify its pattern, or leave the file out where there is a vocab.txt, or a vocab.json with merges.txt.',
  });
}

import { AnamnesisError } from '#core/base/error.ts';

/** A tokenizer.json names a part that has no counterpart here. */
export function unsupportedPart(
  part: 'normalizer' | 'pre_tokenizer' | 'model',
  found: string,
  supported: readonly string[],
): AnamnesisError {
  return new AnamnesisError('tokenise.part-unsupported', {
    place: `tokenizer.json, ${part}`,
    expected: `one of ${supported.join(', ')}`,
    found,
    remedy: 'Use a checkpoint of the BERT or RoBERTa family, or train a vocabulary.',
  });
}

/** A file of a tokenizer is not what its name says. `found` must not quote the file. */
export function malformed(file: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('tokenise.definition-malformed', {
    place: file,
    expected,
    found,
    remedy: 'Copy the file again from the checkpoint it belongs to.',
  });
}

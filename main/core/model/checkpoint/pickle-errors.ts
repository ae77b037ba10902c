import { AnamnesisError } from '#core/base/error.ts';

/** A pickle that ends too early, or says what no checkpoint says. */
export function pickleMalformed(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.pickle-malformed', {
    expected,
    found,
    remedy: 'Copy the file again, or convert it to safetensors where it was made.',
    place,
  });
}

/** A pickle that asks for more than tensors: in Python, it could do anything. */
export function pickleRefused(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.pickle-refused', {
    expected,
    found,
    remedy: 'Do not open this file elsewhere unless you trust its maker; ask for safetensors.',
    place,
  });
}

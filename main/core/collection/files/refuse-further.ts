import { AnamnesisError } from '#core/base/error.ts';

/** Ends an import that was asked to stop. @throws collection.stopped */
export function refuseFurther(): never {
  throw furtherRefused();
}

export function furtherRefused(): AnamnesisError {
  return new AnamnesisError('collection.stopped', {
    expected: 'the import to go on to its end',
    found: 'a request to stop',
    remedy: 'Ask for the same import again: it goes on where it was.',
  });
}

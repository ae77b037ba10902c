import { AnamnesisError } from './error.ts';

/** Stops when a rule that the program itself must keep is broken; a user can never cause this. */
export function assert(condition: unknown, rule: string): asserts condition {
  if (condition) return;
  throw new AnamnesisError('program.fault', {
    expected: rule,
    found: 'the opposite',
    remedy: 'Report this with the command that led to it.',
  });
}

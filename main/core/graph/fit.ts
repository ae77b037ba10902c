import { AnamnesisError } from '#core/base/error.ts';

/** For shape rules: stops with what was expected and what was there. */
export function checkFit(condition: boolean, expected: string, found: string): asserts condition {
  if (condition) return;
  throw new AnamnesisError('graph.invalid', {
    expected,
    found,
    remedy: 'This is a defect of the program: report it with the command that led to it.',
  });
}

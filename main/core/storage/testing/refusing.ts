import { expect } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';

const withCode = (code: ErrorCode) =>
  expect.toSatisfy((error: unknown) => isAnamnesisError(error, code)) as Error;

/** Expects `work` to throw, or its promise to fail, with one of our errors with this code. */
export function refusing(code: ErrorCode, work: () => unknown): void {
  expect(work).toThrow(withCode(code));
}

export async function refusingLater(code: ErrorCode, work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toThrow(withCode(code));
}

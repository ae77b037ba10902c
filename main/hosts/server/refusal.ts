import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { ErrorDetails } from '#core/base/error.ts';

/** What the server refuses by itself, with the HTTP status that says so. */
const statuses = {
  'server.address-used': 401,
  'server.not-a-message': 400,
  'server.not-found': 404,
  'server.not-signed-in': 401,
  'server.refused-host': 403,
  'server.refused-origin': 403,
  'server.too-large': 413,
  'server.too-many-requests': 429,
} as const;

export type RefusalCode = keyof typeof statuses;

export function refuse(code: RefusalCode, details: ErrorDetails): never {
  throw new AnamnesisError(code, details);
}

/** The HTTP status for an error: a refusal's own, 500 for anything else. */
export function statusOf(error: unknown): number {
  if (!isAnamnesisError(error)) return 500;
  return (statuses as Partial<Record<string, number>>)[error.code] ?? 500;
}

import { createHash, randomBytes } from 'node:crypto';
import { refuse } from './refusal.ts';

/** A session that nobody used for this long is over. */
const sessionIdleMs = 12 * 60 * 60 * 1000;
const maxSessions = 16;

export interface SignInDesk {
  /** A new token that opens one window once. */
  readonly issueToken: () => string;
  /** Gives a session for a token. Throws `server.address-used` and `server.not-signed-in`. */
  readonly exchange: (token: string) => string;
  /** Throws `server.not-signed-in`. */
  readonly check: (session: string) => void;
}

/**
 * Tokens and sessions are 256 random bits each and kept as hashes, so that looking one up takes the
 * same time whatever was guessed. The window holds its session in memory of its tab and sends it in
 * a header: a cookie of 127.0.0.1 would reach every other server on this machine.
 */
export function createSignInDesk(nowMs: () => number): SignInDesk {
  const tokens = new Map<string, 'fresh' | 'used'>();
  const lastUseMs = new Map<string, number>();

  return {
    issueToken() {
      const token = secret();
      tokens.set(digest(token), 'fresh');
      return token;
    },
    exchange(token) {
      const state = tokens.get(digest(token));
      if (state === undefined) return refuseUnknown('an unknown token');
      if (state === 'used') {
        refuse('server.address-used', {
          expected: 'an address that was not opened before',
          found: 'one that was',
          remedy:
            'Go back to the window that is open, or press Enter in the terminal where the program runs, which gives a new address.',
        });
      }
      tokens.set(digest(token), 'used');
      const session = secret();
      lastUseMs.set(digest(session), nowMs());
      forgetOldest(lastUseMs);
      return session;
    },
    check(session) {
      const key = digest(session);
      const usedMs = lastUseMs.get(key);
      if (usedMs === undefined) return refuseUnknown('an unknown session');
      if (nowMs() - usedMs > sessionIdleMs) {
        lastUseMs.delete(key);
        refuseUnknown('a session that is over');
      }
      // Deleting first moves the session to the end: the map stays ordered by last use.
      lastUseMs.delete(key);
      lastUseMs.set(key, nowMs());
    },
  };
}

function forgetOldest(lastUseMs: Map<string, number>): void {
  for (const key of lastUseMs.keys()) {
    if (lastUseMs.size <= maxSessions) return;
    lastUseMs.delete(key);
  }
}

function refuseUnknown(found: string): never {
  return refuse('server.not-signed-in', {
    expected: 'a window that was opened with its one-time address',
    found,
    remedy:
      'Press Enter in the terminal where the program runs, and open the address that it gives.',
  });
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

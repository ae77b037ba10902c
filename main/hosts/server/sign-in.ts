import { createHash, randomBytes } from 'node:crypto';
import { refuse } from './refusal.ts';
import { say } from '#core/wording/say.ts';
import type { Told } from '#core/base/phrase.ts';

/** A session that nobody used for this long is over. */
const sessionIdleMs = 12 * 60 * 60 * 1000;
const maxSessions = 16;

export interface SignInDesk {
  /** A new token that opens one window once. */
  readonly issueToken: () => string;
  /**
   * Gives a session for a token. A browser that is signed in keeps its cookie: the other half of its
   * former session goes on to fit until the new one lies in its storage, so that a call that another
   * tab makes between the two is not refused. Throws `server.address-used` and
   * `server.not-signed-in`.
   */
  readonly exchange: (token: string, cookie: string) => SessionHalves;
  /** Gives the name of the session, which opens nothing. Throws `server.not-signed-in`. */
  readonly check: (halves: SessionHalves) => string;
}

/**
 * What a browser holds of a session: the one half in the storage of the window's address, from which
 * it goes into a header, the other in a cookie that no script can read. All tabs of the browser have
 * both; another server on this machine gets the cookie at most, a script of a page the other at most.
 */
export interface SessionHalves {
  readonly session: string;
  readonly cookie: string;
}

/**
 * Tokens and both halves of sessions are 256 random bits each and kept as hashes, so that looking one
 * up takes the same time whatever was guessed.
 */
export function createSignInDesk(nowMs: () => number): SignInDesk {
  const tokens = new Map<string, 'fresh' | 'used'>();
  const sessions = new Map<string, OpenSession>();

  const isOver = ({ usedMs }: OpenSession): boolean => nowMs() - usedMs > sessionIdleMs;
  const isCookieOfOne = (cookie: string): boolean =>
    [...sessions.values()].some((each) => each.cookie === digest(cookie) && !isOver(each));

  return {
    issueToken() {
      const token = secret();
      tokens.set(digest(token), 'fresh');
      return token;
    },
    exchange(token, cookie) {
      const state = tokens.get(digest(token));
      if (state === undefined) return refuseUnknown(say('window', 'unknownToken'));
      if (state === 'used') {
        refuse('server.address-used', {
          expected: say('window', 'unopenedAddress'),
          found: say('window', 'oneThatWas'),
          remedy: say('window', 'goBackOrEnter'),
        });
      }
      tokens.set(digest(token), 'used');
      const halves = { session: secret(), cookie: isCookieOfOne(cookie) ? cookie : secret() };
      sessions.set(keyOf(halves), { cookie: digest(halves.cookie), usedMs: nowMs() });
      forgetOldest(sessions);
      return halves;
    },
    check(halves) {
      const key = keyOf(halves);
      const found = sessions.get(key);
      if (found === undefined) return refuseUnknown(say('window', 'unknownSession'));
      // Deleting first moves the session to the end: the map stays ordered by last use.
      sessions.delete(key);
      if (isOver(found)) refuseUnknown(say('window', 'sessionOver'));
      sessions.set(key, { ...found, usedMs: nowMs() });
      return key;
    },
  };
}

interface OpenSession {
  /** As a hash. */
  readonly cookie: string;
  readonly usedMs: number;
}

function forgetOldest(sessions: Map<string, OpenSession>): void {
  for (const key of sessions.keys()) {
    if (sessions.size <= maxSessions) return;
    sessions.delete(key);
  }
}

function refuseUnknown(found: Told): never {
  return refuse('server.not-signed-in', {
    expected: say('window', 'oneTimeWindow'),
    found,
    remedy: say('window', 'pressEnter'),
  });
}

function keyOf({ session, cookie }: SessionHalves): string {
  return digest(`${session} ${cookie}`);
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

import { describe, expect, it } from 'vitest';
import { createSignInDesk } from './sign-in.ts';

const halfADayMs = 12 * 60 * 60 * 1000;

describe('a browser that opens a second address', () => {
  it('goes on with its former session until it has stored the new one', () => {
    const desk = createSignInDesk(() => 0);
    const former = desk.exchange(desk.issueToken(), '');
    const later = desk.exchange(desk.issueToken(), former.cookie);
    // Between the two a browser holds the new cookie and the former half of its storage.
    desk.check({ session: former.session, cookie: later.cookie });
    desk.check(later);
    expect(later.session).not.toBe(former.session);
  });

  it('gets a cookie of its own where the one it has belongs to no session, or to one that is over', () => {
    let nowMs = 0;
    const desk = createSignInDesk(() => nowMs);
    const guessed = desk.exchange(desk.issueToken(), 'a cookie that somebody else has set');
    expect(guessed.cookie).toMatch(/^[\w-]{43}$/);
    nowMs = halfADayMs + 1;
    expect(desk.exchange(desk.issueToken(), guessed.cookie).cookie).not.toBe(guessed.cookie);
  });
});

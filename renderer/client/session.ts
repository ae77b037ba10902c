import type { Reply } from '#contract/failure.ts';
import { loopbackPaths } from '#contract/loopback-paths.ts';
import type { Session, SignIn } from '#contract/loopback.ts';
import { CallError } from './client.ts';

const storageKey = 'anamnesis.session';

/**
 * Signs in with the one-time token that the printed address carries in its fragment; it is removed
 * from the address, so that neither the history nor a bookmark holds it. Half of the session lies in
 * the storage of this address, so that all tabs of the browser have it and no other port does; it
 * opens nothing without the other half, a cookie that ends with the browser. A tab that is signed in
 * opens a used address as well.
 * @throws CallError where the token was refused and the browser has no session
 */
export async function openSession(page: Window): Promise<void> {
  const token = page.location.hash.slice(1);
  if (token === '' || token.startsWith('/')) return;
  page.history.replaceState(null, '', `${page.location.pathname}#/`);
  const reply = await exchange({ token });
  if (reply.ok) page.localStorage.setItem(storageKey, reply.value.session);
  else if (readSession(page) === '') throw new CallError(reply.failure);
}

/** As it is now: another tab may have signed in anew. Empty without one. */
export function readSession(page: Window): string {
  return page.localStorage.getItem(storageKey) ?? '';
}

async function exchange(signIn: SignIn): Promise<Reply<Session>> {
  const response = await fetch(loopbackPaths.signIn, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(signIn),
  });
  return (await response.json()) as Reply<Session>;
}

import type { Reply } from '#contract/failure.ts';
import { loopbackPaths } from '#contract/loopback-paths.ts';
import type { Session, SignIn } from '#contract/loopback.ts';
import { CallError } from './client.ts';

const storageKey = 'anamnesis.session';

/**
 * The session of this tab. The address that the program printed carries a one-time token in its
 * fragment; it is exchanged once and removed from the address, so that neither the history nor a
 * bookmark holds it. The session stays in the tab's own storage: a reload keeps it, another tab,
 * another site and another port do not see it.
 */
export async function openSession(page: Window): Promise<string> {
  const token = page.location.hash.slice(1);
  if (token !== '' && !token.startsWith('/')) {
    page.history.replaceState(null, '', `${page.location.pathname}#/`);
    const session = await exchange({ token });
    page.sessionStorage.setItem(storageKey, session);
    return session;
  }
  return page.sessionStorage.getItem(storageKey) ?? '';
}

async function exchange(signIn: SignIn): Promise<string> {
  const response = await fetch(loopbackPaths.signIn, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(signIn),
  });
  const reply = (await response.json()) as Reply<Session>;
  if (!reply.ok) throw new CallError(reply.failure);
  return reply.value.session;
}

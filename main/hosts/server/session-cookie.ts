import type { IncomingHttpHeaders } from 'node:http';

/**
 * The half of a session that no script of a page can read. Cookies know no ports: they go to every
 * server of this machine that the browser speaks to. So it opens nothing without the other half,
 * which lies in the storage of the window's own address, port included. Its name has the port that
 * the browser sees, so that two windows through two ports do not overwrite each other's.
 */
export function writeSessionCookie(headers: IncomingHttpHeaders, cookie: string): string {
  return `${nameFor(headers)}=${cookie}; Path=/api; HttpOnly; SameSite=Strict`;
}

/** The value that the browser sent for this host and port; empty without one. */
export function readSessionCookie(headers: IncomingHttpHeaders): string {
  const begin = `${nameFor(headers)}=`;
  const found = (headers.cookie ?? '').split('; ').find((each) => each.startsWith(begin));
  return found?.slice(begin.length, begin.length + 100) ?? '';
}

function nameFor({ host = '' }: IncomingHttpHeaders): string {
  return `anamnesis-${/:(\d{1,5})$/.exec(host)?.[1] ?? '80'}`;
}

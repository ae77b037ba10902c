import type { IncomingHttpHeaders } from 'node:http';
import { refuse } from './refusal.ts';
import { say } from '#core/wording/say.ts';

const ownNames = new Set(['127.0.0.1', 'localhost']);

/**
 * Refuses a request that was addressed to another name. A page whose name was re-bound to 127.0.0.1
 * still sends its own name here. Any port is right: over an SSH tunnel it differs from ours.
 */
export function checkHost(headers: IncomingHttpHeaders): void {
  const host = headers.host ?? '';
  if (ownNames.has(host.replace(/:\d{1,5}$/, ''))) return;
  refuse('server.refused-host', {
    expected: say('window', 'thisMachine'),
    found: host === '' ? say('window', 'none') : say('window', 'another'),
    remedy: say('window', 'openPrintedAddress'),
  });
}

/**
 * Refuses a request that a page of another origin sent; `required` for all that changes or reads.
 * Pictures and frames of other pages come without an origin: they learn nothing, but many of them
 * would use up the requests of the window. So they are known by what the browser says of them.
 */
export function checkOrigin(headers: IncomingHttpHeaders, required: boolean): void {
  const { origin, host } = headers;
  if (origin === undefined && !required && !isPartOfAnotherPage(headers)) return;
  if (origin === `http://${host ?? ''}`) return;
  refuse('server.refused-origin', {
    expected: say('window', 'originOfWindow'),
    found: origin === undefined ? say('window', 'none') : say('window', 'another'),
    remedy: say('window', 'openPrintedAddress'),
  });
}

function isPartOfAnotherPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  const isAddressOpened = headers['sec-fetch-dest'] === 'document';
  return site !== 'same-origin' && site !== 'none' && !isAddressOpened;
}

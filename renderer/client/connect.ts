import type { Bridge } from '#contract/bridge.ts';
import { createBridgeClient } from './bridge-client.ts';
import type { Client } from './client.ts';
import { createLoopbackClient } from './loopback-client.ts';

/** In the desktop program the bridge is there; in a browser the host is reached over loopback. */
export function connect(page: Window & { readonly anamnesis?: Bridge }): Client {
  return page.anamnesis === undefined
    ? createLoopbackClient(page)
    : createBridgeClient(page.anamnesis);
}

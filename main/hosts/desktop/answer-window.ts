import type { WindowFiles } from '#hosts/composition/window-files.ts';
import { windowHeaders } from '#hosts/composition/window-security.ts';
import { isWindowAddress } from './window-address.ts';

/** The answer to a request of the window for one of its own files. */
export function answerWindow(files: WindowFiles, address: string): Response {
  const file = isWindowAddress(address) ? files.get(new URL(address).pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers: windowHeaders });
  return new Response(file.content, {
    headers: { ...windowHeaders, 'Content-Type': file.mediaType },
  });
}

/** The window's own scheme: it has an origin of its own and reaches no file and no network. */
export const windowScheme = 'anamnesis';
export const windowAddress = `${windowScheme}://window/`;

/** True for addresses inside the window; everything else is refused wherever it is asked for. */
export function isWindowAddress(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return (
      protocol === `${windowScheme}:` && host === 'window' && username === '' && password === ''
    );
  } catch {
    return false;
  }
}

/**
 * What the session may load: the window's files, and what the window makes in its own memory (the
 * report it offers as a download, the frame that shows it).
 */
export function mayLoad(address: string): boolean {
  return isWindowAddress(address) || address.startsWith(`blob:${windowScheme}://window/`);
}

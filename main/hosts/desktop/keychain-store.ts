import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import type { KeyStore } from './workspace-door.ts';

/**
 * The raw key in a file of its own, wrapped by the operating system's keychain. Where there is no
 * real keychain nothing is written, and the passphrase is asked for at every start.
 */
export function createKeychainStore(path: string): KeyStore {
  return {
    async read() {
      try {
        const { result } = await safeStorage.decryptStringAsync(await readFile(path));
        return Buffer.from(result, 'base64');
      } catch {
        return null;
      }
    },
    async write(rawKey) {
      if (!(await hasKeychain())) return;
      const text = Buffer.from(rawKey).toString('base64');
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, await safeStorage.encryptStringAsync(text), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

/** On Linux without a keyring Electron wraps with a fixed password, which protects nothing. */
async function hasKeychain(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { KeyStore } from '#hosts/composition/window-door.ts';

/**
 * The raw key of each workspace in a file of its own, wrapped by the operating system's keychain.
 * Where there is no real keychain nothing is written, and the passphrase is asked for at every start.
 * Files are named by hashes of folders, so that they do not tell them.
 */
export function createKeychainStore(keysFolder: string): KeyStore {
  const fileOf = (folder: string) =>
    join(keysFolder, `${createHash('sha256').update(folder).digest('hex')}.key`);
  return {
    async read(folder) {
      try {
        const { result } = await safeStorage.decryptStringAsync(await readFile(fileOf(folder)));
        return Buffer.from(result, 'base64');
      } catch {
        return null;
      }
    },
    async write(folder, rawKey) {
      if (!(await hasKeychain())) return;
      const path = fileOf(folder);
      const text = Buffer.from(rawKey).toString('base64');
      await mkdir(keysFolder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, await safeStorage.encryptStringAsync(text), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    forget: (folder) => rm(fileOf(folder), { force: true }),
  };
}

/** On Linux without a keyring Electron wraps with a fixed password, which protects nothing. */
async function hasKeychain(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

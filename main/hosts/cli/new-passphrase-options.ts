import type { Command } from 'commander';
import { readNewPassphrase } from './read-passphrase.ts';

export interface NewPassphraseOptions {
  readonly newPassphraseFile?: string;
  readonly newPassphraseFd?: string;
}

/** Adds the options of a command that opens with one passphrase and sets another. */
export function addNewPassphraseOptions(command: Command): Command {
  return command
    .option('--new-passphrase-file <file>', 'read the new one from a file with mode 0600')
    .option('--new-passphrase-fd <number>', 'read the new one from an open file descriptor');
}

/** @throws what `readNewPassphrase` throws */
export function readSecondPassphrase({
  newPassphraseFile,
  newPassphraseFd,
}: NewPassphraseOptions): Promise<string> {
  return readNewPassphrase({
    ...(newPassphraseFile === undefined ? {} : { passphraseFile: newPassphraseFile }),
    ...(newPassphraseFd === undefined ? {} : { passphraseFd: newPassphraseFd }),
  });
}

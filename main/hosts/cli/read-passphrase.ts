import { readFileSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AnamnesisError } from '#core/base/error.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
  readonly passphraseFd?: number;
}

/**
 * The workspace's passphrase from a file that only its owner may read, from an open file
 * descriptor, or from a prompt. Never from an argument: other users of the machine see arguments.
 * @throws passphrase.exposed, passphrase.missing
 */
export async function readPassphrase(options: PassphraseOptions, prompt: string): Promise<string> {
  if (options.passphraseFile !== undefined) return readPrivateFile(options.passphraseFile);
  if (options.passphraseFd !== undefined) return readDescriptor(options.passphraseFd);
  if (process.stdin.isTTY) return askUser(prompt);
  throw new AnamnesisError('passphrase.missing', {
    expected: 'a passphrase',
    found: 'no terminal to ask at',
    remedy: 'Give --passphrase-file (mode 0600) or --passphrase-fd.',
  });
}

function readPrivateFile(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) {
    throw new AnamnesisError('file.missing', {
      expected: 'a file with the passphrase',
      found: `nothing at ${path}`,
      remedy: 'Correct --passphrase-file.',
    });
  }
  // Windows has no such mode; there the folder's access rights protect the file.
  if (process.platform !== 'win32' && (status.mode & 0o077) !== 0) {
    throw new AnamnesisError('passphrase.exposed', {
      expected: 'a passphrase file that only its owner may read (mode 0600)',
      found: `mode 0${(status.mode & 0o777).toString(8)}`,
      remedy: `Run: chmod 600 ${path}`,
    });
  }
  return firstLine(readFileSync(path, 'utf8'));
}

function readDescriptor(descriptor: number): string {
  const buffer = Buffer.alloc(4096);
  let length = 0;
  let count = 1;
  while (count > 0 && length < buffer.length) {
    count = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += count;
  }
  return firstLine(buffer.toString('utf8', 0, length));
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0];
}

function askUser(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    reader.question('', (answer) => {
      reader.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}

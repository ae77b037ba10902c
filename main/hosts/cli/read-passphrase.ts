import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
  readonly passphraseFd?: string;
}

/**
 * The workspace's passphrase from a file that only its owner may read, from an open file
 * descriptor, or from a prompt. Never from an argument: other users of the machine see arguments.
 * @throws passphrase.exposed, passphrase.missing, file.missing, file.unreadable
 */
export async function readPassphrase(options: PassphraseOptions, prompt: string): Promise<string> {
  if (options.passphraseFile !== undefined) return readPrivateFile(options.passphraseFile);
  if (options.passphraseFd !== undefined) return readDescriptor(options.passphraseFd);
  if (process.stdin.isTTY) return askUser(prompt, terminal);
  throw new AnamnesisError('passphrase.missing', {
    expected: 'a passphrase',
    found: 'no terminal to ask at',
    remedy: 'Give --passphrase-file (mode 0600) or --passphrase-fd.',
  });
}

/**
 * The passphrase of a new workspace. Typed, it is asked for twice: nobody sees what is typed, and a
 * slip of the finger would lock the notes away for ever.
 * @throws passphrase.exposed, passphrase.missing, passphrase.not-repeated
 */
export async function readNewPassphrase(
  options: PassphraseOptions,
  asked: Terminal | null = process.stdin.isTTY ? terminal : null,
): Promise<string> {
  const isTyped = options.passphraseFile === undefined && options.passphraseFd === undefined;
  if (!isTyped || asked === null) return readPassphrase(options, '');
  const passphrase = await askUser('New passphrase: ', asked);
  if (passphrase === '' || (await askUser('The same again: ', asked)) === passphrase) {
    return passphrase;
  }
  throw new AnamnesisError('passphrase.not-repeated', {
    expected: 'the same passphrase twice',
    found: 'two that differ',
    remedy: 'Run the command again and type the passphrase twice.',
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
  if (status.isDirectory()) {
    throw new AnamnesisError('file.unreadable', {
      expected: 'a file with the passphrase',
      found: `a folder at ${path}`,
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
  return firstLine(readable(path, () => readFileSync(path, 'utf8')));
}

function readDescriptor(option: string): string {
  const descriptor = /^\d{1,9}$/.test(option) ? Number(option) : null;
  if (descriptor === null) {
    throw new AnamnesisError('api.invalid-input', {
      expected: 'the number of an open file descriptor',
      found: option,
      remedy: 'Correct the option.',
      place: '--passphrase-fd',
    });
  }
  return firstLine(readable(`descriptor ${descriptor}`, () => readFileSync(descriptor, 'utf8')));
}

function readable<Content>(place: string, read: () => Content): Content {
  try {
    return read();
  } catch (cause) {
    throw new AnamnesisError('file.unreadable', {
      expected: 'a passphrase that can be read',
      found: describeSystemError(cause),
      remedy: 'Correct --passphrase-file or --passphrase-fd.',
      place,
      cause,
    });
  }
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0];
}

/** Where a passphrase is typed, and where the question for it appears. */
export interface Terminal {
  readonly input: Readable;
  readonly screen: Writable;
}

const terminal: Terminal = { input: process.stdin, screen: process.stderr };

function askUser(prompt: string, { input, screen }: Terminal): Promise<string> {
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input, output: silent, terminal: true });
  // The terminal shows what is typed until the line before this: who is asked earlier is seen.
  screen.write(prompt);
  return new Promise((resolve, reject) => {
    // Ctrl-C and Ctrl-D close the question without an answer.
    reader.once('close', () => {
      screen.write('\n');
      reject(
        new AnamnesisError('passphrase.missing', {
          expected: 'a passphrase',
          found: 'no answer',
          remedy: 'Run the command again and type the passphrase.',
        }),
      );
    });
    reader.question('', (answer) => {
      resolve(answer);
      reader.close();
    });
  });
}

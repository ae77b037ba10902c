import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNewPassphrase, readPassphrase } from './read-passphrase.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anamnesis-passphrase-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A person at a terminal, who answers each question as it appears. */
function typing(answers: readonly string[]) {
  const input = new PassThrough();
  const screen = new PassThrough();
  const left = [...answers];
  let seen = '';
  screen.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
    if (text.endsWith(': ')) setImmediate(() => input.write(left.shift() ?? ''));
  });
  return { terminal: { input, screen }, seen: () => seen };
}

describe('a new passphrase at the terminal', () => {
  test('is asked for twice and never shown', async () => {
    const person = typing(['correct horse\r', 'correct horse\r']);
    expect(await readNewPassphrase({}, person.terminal)).toBe('correct horse');
    expect(person.seen()).toBe('New passphrase: \nThe same again: \n');
  });

  test('is asked for only once the terminal shows nothing of what is typed', async () => {
    const { terminal } = typing(['correct horse\r', 'correct horse\r']);
    const order: string[] = [];
    Object.assign(terminal.input, { setRawMode: (isRaw: boolean) => order.push(`raw: ${isRaw}`) });
    terminal.screen.on('data', (text: string) => order.push(text));
    await readNewPassphrase({}, terminal);
    expect(order.slice(0, 2)).toEqual(['raw: true', 'New passphrase: ']);
  });

  test('that differs the second time is refused', async () => {
    const person = typing(['correct horse\r', 'correct house\r']);
    await expect(readNewPassphrase({}, person.terminal)).rejects.toMatchObject({
      code: 'passphrase.not-repeated',
    });
  });

  test.for([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s ends the question without one', async ([, key]) => {
    const person = typing([key]);
    await expect(readNewPassphrase({}, person.terminal)).rejects.toMatchObject({
      code: 'passphrase.missing',
    });
  });
});

describe('a passphrase from elsewhere', () => {
  test('is the first line of a private file', async () => {
    const passphraseFile = join(folder, 'passphrase');
    writeFileSync(passphraseFile, 'correct horse\r\nbattery\n', { mode: 0o600 });
    expect(await readPassphrase({ passphraseFile }, '')).toBe('correct horse');
  });

  test.for([
    ['a folder', () => ({ passphraseFile: folder }), 'file.unreadable'],
    ['a file that is not there', () => ({ passphraseFile: join(folder, 'no') }), 'file.missing'],
    ['a word as descriptor', () => ({ passphraseFd: 'three' }), 'api.invalid-input'],
    ['a descriptor that is not open', () => ({ passphraseFd: '987' }), 'file.unreadable'],
  ] as const)('is refused from %s', async ([, options, code]) => {
    await expect(readPassphrase(options(), '')).rejects.toMatchObject({ code });
  });
});

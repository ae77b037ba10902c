import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeDeb } from '../build/package/deb.ts';
import {
  fileOf,
  type FileTree,
  type PackedFile,
  type PackedLink,
} from '../build/package/file-tree.ts';
import { fillIn } from '../build/package/gather-program.ts';
import { checkNativeFiles } from '../build/package/native-files.ts';
import { writeTar } from '../build/package/tar.ts';

/** 2026-01-02 03:04:05 UTC. */
const date = 1767323045;
const deep = `${'a-folder-with-a-long-name/'.repeat(5)}file`;
const tree: FileTree = new Map<string, PackedFile | PackedLink>([
  ['usr/lib/it/run', fileOf('#!/bin/sh\n', true)],
  ['usr/bin/it', { leadsTo: '../lib/it/run' }],
  [deep, fileOf('deep')],
  ['empty', fileOf('')],
  ['ș', fileOf('x'.repeat(1025))],
]);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-archive-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const hasProgram = (name: string) => spawnSync(name, ['--version']).status === 0;

describe('an archive', () => {
  it.skipIf(!hasProgram('tar'))('is read by tar, with rights, links and long names', () => {
    const file = join(makeFolder(), 'it.tar');
    writeFileSync(file, writeTar(tree, date));
    const listed = execFileSync('tar', ['--utc', '--full-time', '-tvf', file], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const lines = listed.trim().split('\n');
    expect(lines).toContain('-rwxr-xr-x root/root        10 2026-01-02 03:04:05 usr/lib/it/run');
    expect(lines).toContain(
      'lrwxrwxrwx root/root         0 2026-01-02 03:04:05 usr/bin/it -> ../lib/it/run',
    );
    expect(lines).toContain('drwxr-xr-x root/root         0 2026-01-02 03:04:05 usr/lib/it/');
    expect(lines).toContain(`-rw-r--r-- root/root         4 2026-01-02 03:04:05 ${deep}`);
    expect(lines.at(-1)).toMatch(/^-rw-r--r-- root\/root {6}1025 /);
    const content = execFileSync('tar', ['-xOf', file, deep], { encoding: 'utf8' });
    expect(content).toBe('deep');
  });

  it('is the same bytes in whatever order its files were found', () => {
    const other = new Map([...tree].reverse());
    expect(Buffer.compare(writeTar(tree, date), writeTar(other, date))).toBe(0);
  });

  it('refuses a name that does not fit, rather than cutting it', () => {
    const long = new Map([['n'.repeat(101), fileOf('')]]);
    expect(() => writeTar(long, date)).toThrow(/too long/);
  });

  it.skipIf(!hasProgram('dpkg-deb'))('for Debian is read by dpkg-deb', () => {
    const file = join(makeFolder(), 'it.deb');
    const data = zstdCompressSync(writeTar(tree, date));
    const description = {
      name: 'it',
      version: '1.2.3',
      architecture: 'amd64',
      depends: 'libc6 (>= 2.34)',
      recommends: 'libvulkan1',
      summary: 'a summary',
      description: 'two\nlines',
    } as const;
    writeFileSync(file, writeDeb({ tree, data }, description, date));
    const field = (name: string) =>
      execFileSync('dpkg-deb', ['--field', file, name], { encoding: 'utf8' }).trim();
    expect(field('Depends')).toBe('libc6 (>= 2.34)');
    expect(field('Description')).toBe('a summary\n two\n lines');
    expect(field('Installed-Size')).toBe('2');
    const target = makeFolder();
    execFileSync('dpkg-deb', ['--extract', file, target]);
    const read = execFileSync(join(target, 'usr/bin/it'), { encoding: 'utf8' });
    expect(read).toBe('');
  });
});

describe('native files of a package', () => {
  /** The head of an ELF file for a processor, and a symbol that it asks for. */
  function elf(machine: number, glibc: string) {
    const bytes = Buffer.alloc(64);
    bytes.set([0x7f, 0x45, 0x4c, 0x46]);
    bytes.writeUInt16LE(machine, 18);
    bytes.write(`GLIBC_${glibc}\0`, 32, 'latin1');
    return fileOf(bytes);
  }
  const x64 = 62;
  const arm64 = 183;
  const sound = new Map([['a.node', elf(x64, '2.34')]]);

  it('are for this system and need the C library that is promised', () => {
    expect(() => {
      checkNativeFiles(sound);
    }).not.toThrow();
  });

  it.each([
    ['of another processor', 'b.node', elf(arm64, '2.17'), /b\.node is for another processor/],
    ['of another system', 'b.dll', fileOf('MZ'), /b\.dll is for another system/],
    ['that need a newer library', 'b.so.1', elf(x64, '2.38'), /b\.so\.1 needs glibc 2\.38/],
  ])('%s are refused by name', (_what, path, file, said) => {
    expect(() => {
      checkNativeFiles(new Map([...sound, [path, file]]));
    }).toThrow(said);
  });

  it('that ask for less than is promised are said, so that the promise is mended', () => {
    expect(() => {
      checkNativeFiles(new Map([['a.node', elf(x64, '2.28')]]));
    }).toThrow(/2\.34 is promised, 2\.28 needed/);
  });
});

describe.skipIf(process.platform === 'win32')('the command of an installed program', () => {
  /** Starts it where `getconf` answers so, and its Node is a script that says what it is given. */
  function start(getconf: string) {
    const folder = makeFolder();
    const write = (path: string, content: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
      chmodSync(join(folder, path), 0o755);
    };
    write('bin/anamnesis', fillIn('anamnesis.sh', '0.0.0'));
    write('node', '#!/bin/sh\necho "$@"\n');
    write('elsewhere/getconf', `#!/bin/sh\n${getconf}\n`);
    const path = `${join(folder, 'elsewhere')}:${process.env.PATH}`;
    return spawnSync(join(folder, 'bin/anamnesis'), ['doctor', 'two words'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
  }

  it.each(['glibc 2.34', 'glibc 2.41', 'glibc 3.0'])('starts on %s', (version) => {
    const { status, stdout } = start(`echo "${version}"`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/program\/main\/cli\.js doctor two words\n$/);
  });

  it.each([
    ['glibc 2.31', 'echo "glibc 2.31"'],
    ['no GNU C library', 'exit 1'],
  ])('says on %s what is needed', (found, getconf) => {
    const { status, stdout, stderr } = start(getconf);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`this system has ${found}; needed is glibc 2.34 or newer`);
  });
});

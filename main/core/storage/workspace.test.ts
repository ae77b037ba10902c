import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusing } from './testing/refusing.ts';
import {
  cheapScrypt,
  filesUnder,
  newWorkspace,
  passphrase,
  reopen,
  temporaryFolder,
} from './testing/temporary-workspace.ts';
import { createWorkspace, isWorkspace, openWorkspace } from './workspace.ts';
import { unlockWorkspace } from './workspace-secret.ts';

describe('a workspace', () => {
  it('is made in a new folder, closed, and opened again with its passphrase', () => {
    const made = newWorkspace();
    const study = made.studies.create({ name: 'first', planJson: '{}' });
    made.close();

    expect(isWorkspace(made.folder)).toBe(true);
    expect(reopen(made.folder).studies.get(study.id)).toEqual(study);
  });

  it('is opened with the raw key as well, for a host that keeps the key in a keychain', () => {
    const made = newWorkspace();
    const study = made.studies.create({ name: 'first', planJson: '{}' });
    const rawKey = unlockWorkspace(made.folder, { passphrase });
    const again = openWorkspace(made.folder, { rawKey });

    expect(again.studies.list()).toEqual([study]);
    again.close();
  });

  it('takes a passphrase however its accents are composed', () => {
    const folder = join(temporaryFolder(), 'workspace');
    createWorkspace(folder, { passphrase: 'caf\u00e9', scrypt: cheapScrypt }).close();
    openWorkspace(folder, { passphrase: 'cafe\u0301' }).close();
  });

  it('lets nobody but its owner read its files', () => {
    const { folder, studies } = newWorkspace();
    studies.create({ name: 'first', planJson: '{}' });

    const mode = (path: string) => statSync(path).mode & 0o777;
    expect(mode(folder)).toBe(0o700);
    expect(mode(join(folder, 'blobs'))).toBe(0o700);
    const files = filesUnder(folder);
    expect(files.map((file) => file.slice(folder.length + 1)).sort()).toEqual([
      'workspace.json',
      'workspace.sqlite',
      'workspace.sqlite-shm',
      'workspace.sqlite-wal',
    ]);
    for (const file of files) expect([file, mode(file)]).toEqual([file, 0o600]);
  });

  it('is refused with a wrong passphrase or key', () => {
    const { folder } = newWorkspace();

    refusing('workspace.wrong-key', () => openWorkspace(folder, { passphrase: 'Correct horse' }));
    refusing('workspace.wrong-key', () => openWorkspace(folder, { rawKey: new Uint8Array(32) }));
    refusing('workspace.wrong-key', () => openWorkspace(folder, { rawKey: new Uint8Array(5) }));
  });

  it('is not made with an empty passphrase', () => {
    refusing('workspace.passphrase-empty', () =>
      createWorkspace(join(temporaryFolder(), 'workspace'), { passphrase: '' }),
    );
  });

  it('is not made over something that is there', () => {
    const { folder } = newWorkspace();
    refusing('workspace.exists', () => createWorkspace(folder, { passphrase }));

    const other = temporaryFolder();
    writeFileSync(join(other, 'notes.csv'), 'id,text');
    refusing('workspace.exists', () => createWorkspace(other, { passphrase }));
    expect(existsSync(join(other, 'notes.csv'))).toBe(true);

    const headerless = temporaryFolder();
    writeFileSync(join(headerless, 'workspace.sqlite'), 'x');
    refusing('workspace.exists', () => createWorkspace(headerless, { passphrase }));
  });

  it('is made anew where a killed process had only begun', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'workspace.json.unfinished'), '{');
    writeFileSync(join(folder, 'workspace.sqlite'), 'half');
    expect(isWorkspace(folder)).toBe(false);

    createWorkspace(folder, { passphrase, scrypt: cheapScrypt }).close();
    expect(isWorkspace(folder)).toBe(true);
    reopen(folder);
  });

  it('says that a folder is none', () => {
    refusing('workspace.missing', () => openWorkspace(temporaryFolder(), { passphrase }));
    refusing('workspace.missing', () => openWorkspace('/nowhere/at/all', { passphrase }));
  });

  it.runIf(process.getuid?.() !== 0)('says that it may not be written (not as root)', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    refusing('workspace.unwritable', () =>
      createWorkspace(join(folder, 'workspace'), { passphrase, scrypt: cheapScrypt }),
    );
  });
});

describe('a damaged workspace', () => {
  const edit = (file: string, change: (bytes: Buffer) => void) => {
    const bytes = readFileSync(file);
    change(bytes);
    writeFileSync(file, bytes);
  };

  it.each(['', 'not json', '{}', '[]', 'null', '{"format":"anamnesis-workspace"}'])(
    'is told from a wrong passphrase: header %j',
    (content) => {
      const { folder } = newWorkspace();
      writeFileSync(join(folder, 'workspace.json'), content);
      refusing('workspace.header-damaged', () => openWorkspace(folder, { passphrase }));
    },
  );

  it('is told from a wrong passphrase: a changed value in the header', () => {
    const { folder } = newWorkspace();
    const file = join(folder, 'workspace.json');
    const header = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const changes = [
      { scrypt: { N: 32, r: 8, p: 1 } },
      { scrypt: { N: 2 ** 30, r: 8, p: 1 } },
      { salt: Buffer.alloc(32).toString('base64') },
      { keyCheck: 'short' },
      { id: 'none' },
    ];
    for (const change of changes) {
      writeFileSync(file, JSON.stringify({ ...header, ...change }));
      refusing('workspace.header-damaged', () => openWorkspace(folder, { passphrase }));
    }
  });

  it('with a header of a later version is refused as too new', () => {
    const { folder } = newWorkspace();
    writeFileSync(join(folder, 'workspace.json'), '{"format":"anamnesis-workspace","version":3}');
    refusing('workspace.too-new', () => openWorkspace(folder, { passphrase }));
  });

  it('without its database is not given a new, empty one', () => {
    const made = newWorkspace();
    const { folder } = made;
    made.close();
    writeFileSync(join(folder, 'workspace.sqlite'), '');
    refusing('workspace.database-damaged', () => openWorkspace(folder, { passphrase }));
  });

  it('is noticed in the first page of the database when it is opened', () => {
    const made = newWorkspace();
    const { folder } = made;
    made.close();
    edit(join(folder, 'workspace.sqlite'), (bytes) => {
      bytes[1_000] ^= 1;
    });
    refusing('workspace.database-damaged', () => openWorkspace(folder, { passphrase }));
  });

  it('is noticed in every other page at the latest when that page is read', async () => {
    const made = newWorkspace();
    const corpus = await made.corpora.put({
      name: 'c',
      sourceHash: 'h',
      lines: Array.from({ length: 5_000 }, (_, index) => `${index} ${Math.sin(index)}`),
      statistics: () => null,
    });
    made.close();
    const file = join(made.folder, 'workspace.sqlite');
    const pageCount = statSync(file).size / 4096;
    expect(pageCount).toBeGreaterThan(20);
    edit(file, (bytes) => {
      bytes[(pageCount - 8) * 4096 + 77] ^= 0x10;
    });
    const again = reopen(made.folder);
    refusing('workspace.database-damaged', () => [...again.corpora.lines(corpus.id)]);
  });

  it.each([1, 100, 4095])(
    'is noticed where %d bytes of the last page are cut off, which SQLite would not authenticate',
    (count) => {
      const made = newWorkspace();
      const { folder } = made;
      made.close();
      const file = join(folder, 'workspace.sqlite');
      truncateSync(file, statSync(file).size - count);
      refusing('workspace.database-damaged', () => openWorkspace(folder, { passphrase }));
    },
  );

  it('is none where a power cut left part of a page that the log holds whole', () => {
    const { folder, studies } = newWorkspace();
    const study = studies.create({ name: 'study', planJson: '{}' });
    // As it lies on the disk while it is open: the log is not yet written back.
    const copy = join(temporaryFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    const file = join(copy, 'workspace.sqlite');
    appendFileSync(file, Buffer.alloc(100, 1));
    const again = reopen(copy);
    expect(again.studies.list()).toEqual([study]);
    expect(again.checkIntegrity().databaseProblems).toEqual([]);
    expect(statSync(file).size % 4096).toBe(0);
  });
});

describe('the default cost of a passphrase', () => {
  it('is 128 MiB of scrypt', () => {
    const folder = join(temporaryFolder(), 'workspace');
    createWorkspace(folder, { passphrase }).close();
    const header = JSON.parse(readFileSync(join(folder, 'workspace.json'), 'utf8')) as object;
    expect(header).toMatchObject({ scrypt: { N: 131_072, r: 8, p: 1 } });
    openWorkspace(folder, { passphrase }).close();
  });
});

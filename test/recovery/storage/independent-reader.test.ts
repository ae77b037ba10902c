import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  foldRequest,
  newWorkspace,
  openSql,
  passphrase,
  reopen,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { marker } from './shared.ts';

const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('./fixtures/read_workspace.py', import.meta.url));

function hasCryptography(): boolean {
  try {
    execFileSync(python, ['-c', 'import cryptography'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const read = (...parameters: string[]) =>
  execFileSync(python, [script, ...parameters], { input: passphrase, maxBuffer: 2 ** 28 });

describe.skipIf(!hasCryptography())(
  'a reader written from the published formats alone (needs python3-cryptography)',
  () => {
    it('reads the database', () => {
      const workspace = newWorkspace();
      const { id } = workspace.studies.create({ name: 'Pădure', planJson: '{"a":1}' });
      for (let fold = 0; fold < 200; fold++) {
        workspace.runs.ensure(id, foldRequest({ key: `fold-${fold}`, fold }));
      }
      workspace.close();

      const plain = join(temporaryFolder(), 'plain.sqlite');
      writeFileSync(plain, read(workspace.folder));
      const query = `import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
print(c.execute('pragma integrity_check').fetchone()[0])
print(*c.execute('select name, plan_json from studies').fetchone())
print(c.execute('select count(*), sum(fold) from runs').fetchone())`;
      expect(execFileSync(python, ['-c', query, plain], { encoding: 'utf8' })).toBe(
        'ok\nPădure {"a":1}\n(200, 19900)\n',
      );
    });

    it('finds nothing of a labelled set that was removed, also where its pages stay', () => {
      const workspace = newWorkspace();
      const { folder } = workspace;
      workspace.close();
      const sql = openSql(folder);
      sql.exec('PRAGMA auto_vacuum = NONE');
      sql.exec('VACUUM');
      sql.close();
      const { datasets } = reopen(folder);
      const note = { text: `${marker} `.repeat(40), label: 'yes', groupId: null };
      const { id } = datasets.put({
        name: 'notes',
        kind: 'labelled-notes',
        sourceHash: 'h1',
        examples: Array.from({ length: 300 }, (_, index) => ({ ...note, id: String(index) })),
        statistics: () => null,
      });
      const hasMarker = () => {
        openSql(folder).exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return read(folder).includes(marker);
      };
      expect(hasMarker()).toBe(true);
      datasets.remove(id);
      expect(hasMarker()).toBe(false);
    });

    it.each([0, 1_000, 1 << 20, 2_500_000])('reads a blob of %d bytes', async (length) => {
      const workspace = newWorkspace();
      const content = Buffer.alloc(length, 'blob content');
      const { id } = await workspace.blobs.write([content]);
      expect(read(workspace.folder, id).equals(content)).toBe(true);
    });
  },
);

import { mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changePassphrase } from './change-passphrase.ts';
import { refusing } from './testing/refusing.ts';
import { cheapScrypt, newWorkspace, passphrase, reopen } from './testing/temporary-workspace.ts';
import { formatHeader } from './workspace-header.ts';
import { readHeader, unlockWorkspace, wrapInHeader } from './workspace-secret.ts';
import { openWorkspace } from './workspace.ts';

const newPassphrase = 'another horse';

function change(folder: string, asked: string = newPassphrase): void {
  const rawKey = unlockWorkspace(folder, { passphrase });
  changePassphrase(folder, { rawKey, newPassphrase: asked, scrypt: cheapScrypt });
}

function closedWorkspace(): string {
  const workspace = newWorkspace();
  workspace.studies.create({ name: 'study', planJson: '{}' });
  workspace.close();
  return workspace.folder;
}

describe('changing the passphrase', () => {
  it('lets the new one open what was there, and the old one nothing', () => {
    const folder = closedWorkspace();
    const header = join(folder, 'workspace.json');
    const before = readFileSync(header, 'utf8');
    change(folder);
    refusing('workspace.wrong-key', () => openWorkspace(folder, { passphrase }));
    const workspace = openWorkspace(folder, { passphrase: newPassphrase });
    expect(workspace.studies.list()).toHaveLength(1);
    expect(workspace.audit.newest(1)).toMatchObject([{ action: 'workspace.passphrase-changed' }]);
    expect(workspace.audit.verify().broken).toBeNull();
    workspace.close();
    const { salt, wrappedKey } = JSON.parse(before) as Record<string, string>;
    expect(readFileSync(header, 'utf8')).not.toContain(salt);
    expect(readFileSync(header, 'utf8')).not.toContain(wrappedKey);
    expect(statSync(header).mode & 0o077).toBe(0);
  });

  it('needs the key, and no empty one takes its place', () => {
    const folder = closedWorkspace();
    refusing('workspace.wrong-key', () => {
      changePassphrase(folder, { rawKey: new Uint8Array(32), newPassphrase });
    });
    refusing('workspace.passphrase-empty', () => {
      change(folder, '');
    });
    expect(reopen(folder).audit.newest(1)).toMatchObject([{ action: 'study.created' }]);
  });

  it('leaves the slots of persons that came while the new passphrase was stretched', async () => {
    const workspace = newWorkspace();
    const { folder } = workspace;
    const rawKey = unlockWorkspace(folder, { passphrase });
    let asked = 0;
    // The cost is read once to wrap the key: at this moment another program adds a person.
    const person = { name: 'Ben', role: 'reviewer', passphrase: 'ben', firstName: 'Ana' } as const;
    await workspace.people.add(person);
    const slots = readFileSync(join(folder, 'workspace.json'), 'utf8');
    const single = wrapInHeader({ id: readHeader(folder).id, rawKey }, passphrase, cheapScrypt);
    writeFileSync(join(folder, 'workspace.json'), formatHeader(single));
    const scrypt = {
      ...cheapScrypt,
      get N() {
        if (asked++ === 0) writeFileSync(join(folder, 'workspace.json'), slots);
        return cheapScrypt.N;
      },
    };
    refusing('person.name-missing', () => {
      changePassphrase(folder, { rawKey, newPassphrase, scrypt });
    });
    expect(readFileSync(join(folder, 'workspace.json'), 'utf8')).toBe(slots);
    workspace.close();
  });

  it('goes on over what a killed change left', () => {
    const folder = closedWorkspace();
    writeFileSync(join(folder, 'workspace.json.new'), 'half of a hea');
    change(folder);
    openWorkspace(folder, { passphrase: newPassphrase }).close();
  });

  it('changes nothing where the new header cannot be written', () => {
    const folder = closedWorkspace();
    const obstacle = join(folder, 'workspace.json.new');
    mkdirSync(obstacle);
    expect(() => {
      change(folder);
    }).toThrow();
    rmdirSync(obstacle);
    expect(reopen(folder).audit.newest(1)).toMatchObject([{ action: 'study.created' }]);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handOut, type HandOutOrder } from '#core/screening/handing-out/leave-workspace.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { screenedWorld } from './screened-world.ts';

const effects = { language: 'en', findEvidence: () => null, typeset: typesetPdf } as const;

async function leaving() {
  const world = await screenedWorld();
  const { workspace, release, ben } = world;
  const folder = temporaryFolder();
  const file = join(folder, 'list.json');
  const order: HandOutOrder = {
    ...{ release, filters: ['open', 'decided'], format: 'fhir', file, mayReplace: false },
  };
  const leave = (changes: Partial<HandOutOrder> = {}) =>
    actAs(ben, () => handOut(workspace, { ...order, ...changes }, effects));
  return { ...world, folder, file, order, leave };
}

describe('A hand-out', () => {
  it('is a file of its user, whose hash stands in the audit log with who wrote it', async () => {
    const { workspace, ben, file, folder, leave } = await leaving();
    const written = await leave();
    const bytes = readFileSync(file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(written).toEqual({ path: file, hash, bytes: bytes.length, patients: 4 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(workspace.audit.newest(1)).toMatchObject([
      {
        action: 'screening.handed-out',
        personId: ben,
        detail: { format: 'fhir', patients: 4, lists: 'open decided', file, hash },
      },
    ]);
    expect(readdirSync(folder)).toEqual(['list.json']);
    expect(workspace.audit.verify().broken).toBeNull();
  });

  it('replaces the file of somebody only where that was said', async () => {
    const { workspace, file, leave } = await leaving();
    writeFileSync(file, 'mine');
    const before = workspace.audit.verify().entryCount;
    await refusingLater('file.taken', leave());
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(workspace.audit.verify().entryCount).toBe(before);
    await leave({ mayReplace: true });
    expect(readFileSync(file, 'utf8')).toContain('RiskAssessment');
  });

  it('goes into no workspace, and leaves nothing where it cannot be written', async () => {
    const { workspace, folder, leave } = await leaving();
    const inside = join(workspace.folder, 'list.json');
    await refusingLater('file.unwritable', leave({ file: inside }));
    expect(existsSync(inside)).toBe(false);
    await refusingLater('file.unwritable', leave({ file: join(folder, 'none', 'list.json') }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused as PDF of more patients than the typesetter takes', async () => {
    const { workspace, release, leave, folder } = await leaving();
    const { screeningWorklists } = workspace;
    const { entries, ...rest } = screeningWorklists.page({
      ...{ releaseId: release.id, filter: 'open', restingSinceMs: null, offset: 0, limit: 9 },
    });
    screeningWorklists.page = () => {
      const many = Array.from({ length: 1_001 }, (_, at) =>
        entries.map((entry) => ({ ...entry, subject: `${entry.subject} ${at}` })),
      );
      return { ...rest, entries: many.flat() };
    };
    await refusingLater('screening.too-many-to-print', leave({ format: 'pdf' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is no act of the program by itself', async () => {
    const { workspace, file, order } = await leaving();
    await expect(handOut(workspace, order, effects)).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });
});

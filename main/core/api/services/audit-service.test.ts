import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { createAuditService } from './audit-service.ts';

const everything = { words: '', action: null, personId: null, fromMs: null, beforeMs: null };
const newest = { beforeSequence: null, limit: 100, filter: everything };

/** Two studies, of which one has a run, a minute apart. */
function newLog() {
  let nowMs = 0;
  const workspace = newWorkspace({ nowMs: () => (nowMs += 60_000) });
  const { id } = workspace.studies.create({ name: 'first', planJson: '{}' });
  workspace.studies.create({ name: 'second', planJson: '{}' });
  const run = workspace.runs.ensure(id, foldRequest());
  workspace.runs.setState(run.id, 'running');
  return { workspace, audit: createAuditService(workspace), studyId: id, runId: run.id };
}

describe('the audit log as it is shown', () => {
  it('has names beside ids, and the newest entry of all', async () => {
    const { workspace, audit, studyId, runId } = newLog();
    const { entries, head, hasMore } = await audit.list(newest);
    expect(entries[0]).toMatchObject({
      action: 'run.state',
      names: ['first: fine-tune/entities/adapted/fold-0'],
      subject: `queued → running · runId ${runId}`,
    });
    expect(entries.find(({ subject }) => subject.includes(studyId))?.names).toEqual(['first']);
    expect(head).toEqual({ sequence: entries.length, hash: workspace.audit.verify().headHash });
    expect(hasMore).toBe(false);
  });

  it('names nothing that was removed', async () => {
    const { workspace, audit, studyId } = newLog();
    workspace.studies.remove(studyId);
    const { entries } = await audit.list(newest);
    expect(entries[0]).toMatchObject({ action: 'study.removed', names: [] });
  });

  it.each([
    [{ words: 'FIRST fine-tune' }, ['run.state']],
    [{ words: 'second' }, ['study.created']],
    [{ words: 'no such words' }, []],
    [{ action: 'study.created' }, ['study.created', 'study.created']],
  ])('is filtered by %o', async (filter, expected) => {
    const { entries } = await newLog().audit.list({
      ...newest,
      filter: { ...everything, ...filter },
    });
    expect(entries.map(({ action }) => action)).toEqual(expected);
  });

  it('is filtered by time, up to a moment that is not part of it', async () => {
    const { audit } = newLog();
    const { entries } = await audit.list(newest);
    const [last, middle, first] = entries;
    const filter = { ...everything, fromMs: first.atMs, beforeMs: last.atMs };
    const found = await audit.list({ ...newest, filter });
    expect(found.entries).toEqual([middle, first]);
  });

  it('is read on from where a filtered page ended', async () => {
    const { audit } = newLog();
    const question = { limit: 1, filter: { ...everything, action: 'study.created' } };
    const first = await audit.list({ ...question, beforeSequence: null });
    const second = await audit.list({ ...question, beforeSequence: first.entries[0].sequence });
    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
    expect(second.entries[0].names).toEqual(['first']);
  });
});

interface Record {
  readonly position: string | number;
  readonly atMs: string | number;
  readonly action: string;
  readonly detailJson: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** As the file says that it is done, with nothing of the program. Gives the last hash. */
function walk(records: readonly Record[]): string {
  let previousHash = '0'.repeat(64);
  for (const { position, atMs, action, detailJson, hash, ...rest } of records) {
    expect(rest.previousHash).toBe(previousHash);
    const fields = [
      `"action":${JSON.stringify(action)}`,
      `"atMs":${atMs}`,
      `"detailJson":${JSON.stringify(detailJson)}`,
      `"position":${position}`,
      `"previousHash":"${previousHash}"`,
    ];
    const expected = createHash('sha256')
      .update(`{${fields.join(',')}}`)
      .digest('hex');
    expect(hash).toBe(expected);
    previousHash = hash;
  }
  return previousHash;
}

describe('the audit log as a file', () => {
  it('in JSON can be verified without the program, and ends with that it was taken', async () => {
    const { workspace, audit } = newLog();
    const { fileName, text } = await audit.file('json');
    const { entries, headHash, entryCount } = JSON.parse(text) as {
      entries: Record[];
      headHash: string;
      entryCount: number;
    };
    expect(fileName).toBe('audit-log.json');
    expect(walk(entries)).toBe(headHash);
    expect(headHash).toBe(workspace.audit.verify().headHash);
    expect(entryCount).toBe(entries.length);
    expect(entries.at(-1)?.action).toBe('export.written');
  });

  it('in CSV can be verified without the program too', async () => {
    const { workspace, audit } = newLog();
    const { fileName, text } = await audit.file('csv');
    const rows = parse<globalThis.Record<string, string>>(text, { columns: true });
    const records = rows.map((row) => ({
      position: row.position,
      atMs: row.at_ms,
      action: row.action,
      detailJson: row.detail_json,
      previousHash: row.previous_hash,
      hash: row.hash,
    }));
    expect(fileName).toBe('audit-log.csv');
    expect(walk(records)).toBe(workspace.audit.verify().headHash);
    expect(rows.map(({ names }) => names)).toContain('first: fine-tune/entities/adapted/fold-0');
  });
});

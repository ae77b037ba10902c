import { describe, expect, it } from 'vitest';
import { actAs } from './acting-person.ts';
import { openAuditLog } from './audit.ts';
import { refusing } from './testing/refusing.ts';
import { foldRequest, newWorkspace, openSql } from './testing/temporary-workspace.ts';

function workspaceWithHistory() {
  const workspace = newWorkspace();
  const { id: studyId } = workspace.studies.create({ name: 'study', planJson: '{}' });
  const { id: runId } = workspace.runs.ensure(studyId, foldRequest());
  workspace.runs.setState(runId, 'running');
  workspace.runs.setState(runId, 'failed', { errorCode: 'corpus.empty' });
  return { ...workspace, studyId, runId };
}

describe('the audit log', () => {
  it('tells what happened, in order', () => {
    const { audit, studyId, runId } = workspaceWithHistory();
    expect(audit.newest(3).map(({ action, detail }) => [action, detail])).toEqual([
      ['run.state', { runId, from: 'running', to: 'failed', errorCode: 'corpus.empty' }],
      ['run.state', { runId, from: 'queued', to: 'running', errorCode: null }],
      ['study.created', { studyId }],
    ]);
    expect(audit.verify()).toMatchObject({ entryCount: 4, broken: null });
  });

  it('says who did it, and the hash covers that', () => {
    const { audit, folder } = newWorkspace();
    actAs('p1', () => {
      audit.append('import.finished', { rows: 1 });
    });
    actAs(null, () => {
      audit.append('import.finished', { rows: 2 });
    });
    audit.append('import.finished', { rows: 3 });
    expect(audit.newest(3).map(({ personId, detail }) => [personId, detail])).toEqual([
      [null, { rows: 3 }],
      [null, { rows: 2 }],
      ['p1', { rows: 1 }],
    ]);
    const sql = openSql(folder);
    sql.exec('DROP TRIGGER audit_is_never_changed');
    sql.run(`UPDATE audit SET detail_json = replace(detail_json, 'p1', 'p2')`);
    expect(audit.verify().broken?.position).toBe(2);
  });

  it('is undone together with what it tells about', () => {
    const workspace = workspaceWithHistory();
    const { audit, studies } = workspace;
    const before = audit.verify();
    expect(() =>
      workspace.transaction(() => {
        studies.create({ name: 'second', planJson: '{}' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(audit.verify()).toEqual(before);
  });

  it('takes ids, names and counts, but nothing as long as a note', () => {
    const { audit } = newWorkspace();
    audit.append('import.finished', { rows: 10, leftOut: 2, file: 'notes.csv' });
    refusing('program.fault', () => {
      audit.append('import.finished', { text: 'x'.repeat(300) });
    });
  });

  it('is verified across pages', () => {
    const workspace = newWorkspace();
    const { audit } = workspace;
    workspace.transaction(() => {
      for (let index = 0; index < 2_500; index++) audit.append('import.finished', { index });
    });
    expect(audit.verify()).toMatchObject({ entryCount: 2_501, broken: null });
  });

  it('refuses changes through the database', () => {
    const { folder } = workspaceWithHistory();
    const sql = openSql(folder);
    expect(() => sql.run(`UPDATE audit SET at_ms = 0`)).toThrow('never changed');
    expect(() => sql.run(`DELETE FROM audit`)).toThrow('never deleted');
  });

  it.each([
    [`UPDATE audit SET detail_json = '{}' WHERE position = 3`, 3],
    [`UPDATE audit SET at_ms = at_ms + 1 WHERE position = 1`, 1],
    [`UPDATE audit SET action = 'export.written' WHERE position = 2`, 2],
    [`UPDATE audit SET previous_hash = hash WHERE position = 4`, 4],
    [`UPDATE audit SET hash = previous_hash WHERE position = 2`, 2],
    [`DELETE FROM audit WHERE position = 2`, 3],
    [`DELETE FROM audit WHERE position = 1`, 2],
  ])('shows the first entry that somebody with the key tampered with: %s', (change, position) => {
    const { folder } = workspaceWithHistory();
    const sql = openSql(folder);
    sql.run(`DROP TRIGGER audit_is_never_changed`);
    sql.run(`DROP TRIGGER audit_is_never_deleted`);
    sql.run(change);
    expect(openAuditLog(sql, Date.now).verify().broken).toMatchObject({ position });
  });

  it('shows by its head hash that the end was cut off', () => {
    const { folder, audit } = workspaceWithHistory();
    const { headHash } = audit.verify();
    const sql = openSql(folder);
    sql.run(`DROP TRIGGER audit_is_never_deleted`);
    sql.run(`DELETE FROM audit WHERE position = 4`);
    const cut = audit.verify();
    expect(cut.broken).toBeNull();
    expect(cut.headHash).not.toBe(headHash);
  });
});

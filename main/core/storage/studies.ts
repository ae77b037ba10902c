import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { runTransitions } from '#core/domain/run.ts';
import type { RunState, Study } from '#core/domain/run.ts';
import { refuseTransition, requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

export interface StudyStore {
  /** Throws "study.name-taken". The study starts queued. */
  create(study: { readonly name: string; readonly planJson: string }): Study;
  /** Throws "record.missing". */
  get(id: string): Study;
  findByName(name: string): Study | undefined;
  /** The newest first. */
  list(): Study[];
  /** Throws "run.state-refused" for what `runTransitions` does not allow. */
  setState(id: string, state: RunState): Study;
  /**
   * Replaces the plan and queues the study again, also a finished one. Its runs stay: `runs.ensure`
   * finds out which of them are still valid. Throws "run.state-refused" while it is running.
   */
  revise(id: string, planJson: string): Study;
}

const columns = `id, name, plan_json AS planJson, state, created_at_ms AS createdAtMs,
  started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs`;
const ended: readonly RunState[] = ['stopped', 'failed', 'finished'];

export function openStudyStore({ sql, audit, nowMs }: StorageContext): StudyStore {
  const find = (id: string) =>
    sql.get(`SELECT ${columns} FROM studies WHERE id = @id`, { id }) as Study | undefined;
  const get = (id: string) => requireRecord(find(id), 'study', id);
  const findByName = (name: string) =>
    sql.get(`SELECT ${columns} FROM studies WHERE name = @name`, { name }) as Study | undefined;

  return {
    get,
    findByName,

    list: () =>
      sql.all(`SELECT ${columns} FROM studies ORDER BY created_at_ms DESC, rowid DESC`) as Study[],

    create: ({ name, planJson }) =>
      sql.transaction(() => {
        if (findByName(name) !== undefined) {
          throw new AnamnesisError('study.name-taken', {
            expected: 'a name that no study of the workspace has',
            found: `the study "${name}"`,
            remedy: 'Go on with that study, or give the new one another name.',
          });
        }
        const id = randomUUID();
        sql.run(
          `INSERT INTO studies (id, name, plan_json, state, created_at_ms)
             VALUES (@id, @name, @planJson, 'queued', @createdAtMs)`,
          { id, name, planJson, createdAtMs: nowMs() },
        );
        audit.append('study.created', { studyId: id });
        return get(id);
      }),

    setState: (id, state) =>
      sql.transaction(() => {
        const study = get(id);
        if (!runTransitions[study.state].includes(state)) {
          refuseTransition('study', study.state, state);
        }
        sql.run(
          `UPDATE studies SET state = @state, started_at_ms = @startedAtMs,
             finished_at_ms = @finishedAtMs WHERE id = @id`,
          {
            id,
            state,
            startedAtMs: study.startedAtMs ?? (state === 'running' ? nowMs() : null),
            finishedAtMs: ended.includes(state) ? nowMs() : null,
          },
        );
        audit.append('study.state', { studyId: id, from: study.state, to: state });
        return get(id);
      }),

    revise: (id, planJson) =>
      sql.transaction(() => {
        const { state } = get(id);
        if (state === 'running' || state === 'stopping') {
          refuseTransition('study', state, 'revised');
        }
        sql.run(
          `UPDATE studies SET plan_json = @planJson, state = 'queued', started_at_ms = NULL,
             finished_at_ms = NULL WHERE id = @id`,
          { id, planJson },
        );
        audit.append('study.revised', { studyId: id });
        return get(id);
      }),
  };
}

import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { runTransitions } from '#core/domain/run.ts';
import type { RunState, Study, StudyFailure } from '#core/domain/run.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';
import { refuseTransition, requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';
import { isStale } from './trainer-lock.ts';

export interface StudyStore {
  /** Throws "study.name-taken". The study starts queued. */
  create(study: { readonly name: string; readonly planJson: string }): Study;
  /** Throws "record.missing". */
  get(id: string): Study;
  findByName(name: string): Study | undefined;
  /** The newest first. */
  list(): Study[];
  /** Throws "run.state-refused" for what `runTransitions` does not allow. */
  setState(id: string, state: Exclude<RunState, 'failed'>): Study;
  /** There is no failed study without its reason, which is kept until it is queued again. */
  fail(id: string, failure: StudyFailure): Study;
  /**
   * Replaces the plan and queues the study again, also a finished one. Its runs stay: `runs.ensure`
   * finds out which of them are still valid. Throws "run.state-refused" while it is running.
   */
  revise(id: string, planJson: string): Study;
  /**
   * True for a study that is called running or stopping though no trainer is at work any more: it
   * was killed. Only reads; the next trainer queues the study again. Throws "record.missing".
   */
  isInterrupted(id: string): boolean;
  /**
   * Removes the study with its runs, their metrics and progress. Its models stay, and no longer
   * know it. Only for the holder of the lock. Throws "record.missing".
   */
  remove(id: string): void;
}

interface StudyAndTrainer {
  readonly isActive: 0 | 1;
  readonly holder: string | null;
  readonly heartbeatAtMs: number | null;
}

type StudyRow = Omit<Study, 'failure'> & { readonly failureJson: string | null };

const columns = `id, name, plan_json AS planJson, state, failure_json AS failureJson,
  created_at_ms AS createdAtMs, started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs`;
/** One statement, so that a trainer which ends the study and lets the lock go is seen whole. */
const activeStudyAndTrainer = `SELECT studies.state IN ('running', 'stopping') AS isActive,
  locks.holder AS holder, locks.heartbeat_at_ms AS heartbeatAtMs
  FROM studies LEFT JOIN locks ON locks.name = 'trainer' WHERE studies.id = @id`;
const ended: readonly RunState[] = ['stopped', 'failed', 'finished'];

export function openStudyStore({ sql, audit, nowMs }: StorageContext): StudyStore {
  const read = (row: unknown) => (row === undefined ? undefined : toStudy(row as StudyRow));
  const get = (id: string) =>
    requireRecord(
      read(sql.get(`SELECT ${columns} FROM studies WHERE id = @id`, { id })),
      'study',
      id,
    );
  const findByName = (name: string) =>
    read(sql.get(`SELECT ${columns} FROM studies WHERE name = @name`, { name }));

  const changeState = (id: string, state: RunState, failure: StudyFailure | null): Study =>
    sql.transaction(() => {
      const study = get(id);
      if (!runTransitions[study.state].includes(state)) {
        refuseTransition('study', study.state, state);
      }
      sql.run(
        `UPDATE studies SET state = @state, failure_json = @failureJson,
           started_at_ms = @startedAtMs, finished_at_ms = @finishedAtMs WHERE id = @id`,
        {
          id,
          state,
          failureJson: failure === null ? null : canonicalJson(failure),
          startedAtMs: study.startedAtMs ?? (state === 'running' ? nowMs() : null),
          finishedAtMs: ended.includes(state) ? nowMs() : null,
        },
      );
      const errorCode = failure?.code ?? null;
      audit.append('study.state', { studyId: id, from: study.state, to: state, errorCode });
      return get(id);
    });

  return {
    get,
    findByName,

    list: () =>
      (
        sql.all(
          `SELECT ${columns} FROM studies ORDER BY created_at_ms DESC, rowid DESC`,
        ) as StudyRow[]
      ).map(toStudy),

    create: ({ name, planJson }) =>
      sql.transaction(() => {
        if (findByName(name) !== undefined) {
          throw new AnamnesisError('study.name-taken', {
            expected: say('workspace', 'newStudyName'),
            found: say('workspace', 'theStudy', name),
            remedy: say('workspace', 'goOnOrRename'),
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

    setState: (id, state) => changeState(id, state, null),
    fail: (id, failure) => changeState(id, 'failed', failure),

    revise: (id, planJson) =>
      sql.transaction(() => {
        const { state } = get(id);
        if (state === 'running' || state === 'stopping') {
          refuseTransition('study', state, 'revised');
        }
        sql.run(
          `UPDATE studies SET plan_json = @planJson, state = 'queued', failure_json = NULL,
             started_at_ms = NULL, finished_at_ms = NULL WHERE id = @id`,
          { id, planJson },
        );
        audit.append('study.revised', { studyId: id });
        return get(id);
      }),

    isInterrupted(id) {
      const found = sql.get(activeStudyAndTrainer, { id }) as StudyAndTrainer | undefined;
      const { isActive, holder, heartbeatAtMs } = requireRecord(found, 'study', id);
      if (isActive === 0) return false;
      if (holder === null || heartbeatAtMs === null) return true;
      return isStale({ holder, heartbeatAtMs }, nowMs());
    },

    remove(id) {
      sql.transaction(() => {
        get(id);
        sql.run(`DELETE FROM studies WHERE id = @id`, { id });
        audit.append('study.removed', { studyId: id });
      });
    },
  };
}

function toStudy({ failureJson, ...study }: StudyRow): Study {
  const failure = failureJson === null ? null : (JSON.parse(failureJson) as StudyFailure);
  return { ...study, failure };
}

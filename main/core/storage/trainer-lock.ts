import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { describeProcess, isProcessGone } from './process-identity.ts';
import type { StorageContext } from './storage-context.ts';

/** Held by the one trainer of a workspace. */
export interface TrainerLock {
  /** Throws "workspace.trainer-active" when another trainer took over meanwhile. */
  assertHeld(): void;
  /** Says that this trainer lives; also done by a timer, whenever the event loop gets a turn. */
  beat(): void;
  release(): void;
}

interface Holding {
  /** A process, as `describeProcess` gives it. */
  readonly holder: string;
  readonly heartbeatAtMs: number;
}

interface LockRow extends Holding {
  readonly token: string;
}

const beatEveryMs = 10_000;
/** Long, for an engine may block the event loop; a trainer killed on this machine needs no wait. */
const staleAfterMs = 300_000;

/** True when the holder cannot be running any more: the next trainer takes the lock over. */
export function isStale(row: Holding, nowMs: number): boolean {
  return nowMs - row.heartbeatAtMs > staleAfterMs || isProcessGone(row.holder);
}

function refuse(row: LockRow | undefined): never {
  throw new AnamnesisError('workspace.trainer-active', {
    expected: say('workspace', 'noOtherTrainer'),
    found:
      row === undefined ? say('workspace', 'lockGone') : say('workspace', 'theProcess', row.holder),
    remedy: say('workspace', 'waitForTrainer'),
  });
}

/** Takes the lock, also from a trainer that was killed; throws "workspace.trainer-active". */
export function lockForTrainer({ sql, audit, nowMs }: StorageContext): TrainerLock {
  const token = randomUUID();
  const read = () =>
    sql.get(
      `SELECT token, holder, heartbeat_at_ms AS heartbeatAtMs FROM locks
         WHERE name = 'trainer'`,
    ) as LockRow | undefined;

  sql.transaction(() => {
    const holder = read();
    if (holder !== undefined) {
      if (!isStale(holder, nowMs())) refuse(holder);
      audit.append('trainer.took-over', { holder: holder.holder });
    }
    sql.run(`INSERT OR REPLACE INTO locks VALUES ('trainer', @token, @holder, @atMs, @atMs)`, {
      token,
      holder: describeProcess(),
      atMs: nowMs(),
    });
  });

  const assertHeld = () => {
    const holder = read();
    if (holder?.token !== token) refuse(holder);
  };
  const beat = () => {
    sql.run(`UPDATE locks SET heartbeat_at_ms = @atMs WHERE token = @token`, {
      atMs: nowMs(),
      token,
    });
  };
  const timer = setInterval(() => {
    try {
      beat();
    } catch {
      // A beat missed because the disk is full or the database busy is made up by the next one.
    }
  }, beatEveryMs);
  timer.unref();

  return {
    assertHeld,
    beat,
    release() {
      clearInterval(timer);
      sql.run(`DELETE FROM locks WHERE token = @token`, { token });
    },
  };
}

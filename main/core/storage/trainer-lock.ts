import { randomUUID } from 'node:crypto';
import { hostname, uptime } from 'node:os';
import { AnamnesisError } from '#core/base/error.ts';
import { isProcessAlive } from './process-alive.ts';
import type { StorageContext } from './storage-context.ts';

/** Held by the one trainer of a workspace. */
export interface TrainerLock {
  /** Throws "workspace.trainer-active" when another trainer took over meanwhile. */
  assertHeld(): void;
  /** Says that this trainer lives; also done by a timer, whenever the event loop gets a turn. */
  beat(): void;
  release(): void;
}

interface LockRow {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly heartbeatAtMs: number;
}

const beatEveryMs = 10_000;
/** Long, for an engine may block the event loop; a trainer killed on this machine needs no wait. */
const staleAfterMs = 300_000;

/** True when the holder cannot be running any more. */
function isStale(row: LockRow, nowMs: number): boolean {
  if (nowMs - row.heartbeatAtMs > staleAfterMs) return true;
  if (row.host !== hostname()) return false;
  const bootedAtMs = nowMs - uptime() * 1_000;
  return row.heartbeatAtMs < bootedAtMs - 5_000 || !isProcessAlive(row.pid);
}

function refuse(row: LockRow | undefined): never {
  throw new AnamnesisError('workspace.trainer-active', {
    expected: 'no other trainer on this workspace',
    found: row === undefined ? 'the lock gone' : `process ${row.pid} on ${row.host}`,
    remedy: 'Wait until it is done or stop it; a killed one is noticed within five minutes.',
  });
}

/** Takes the lock, also from a trainer that was killed; throws "workspace.trainer-active". */
export function lockForTrainer({ sql, audit, nowMs }: StorageContext): TrainerLock {
  const token = randomUUID();
  const read = () =>
    sql.get(
      `SELECT token, pid, host, heartbeat_at_ms AS heartbeatAtMs FROM locks
         WHERE name = 'trainer'`,
    ) as LockRow | undefined;

  sql.transaction(() => {
    const holder = read();
    if (holder !== undefined) {
      if (!isStale(holder, nowMs())) refuse(holder);
      audit.append('trainer.took-over', { pid: holder.pid, host: holder.host });
    }
    sql.run(`INSERT OR REPLACE INTO locks VALUES ('trainer', @token, @pid, @host, @atMs, @atMs)`, {
      token,
      pid: process.pid,
      host: hostname(),
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

import { AnamnesisError } from '#core/base/error.ts';
import type { RunState } from '#core/domain/run.ts';
import { say } from '#core/wording/say.ts';

/** Gives the record back, or says that none has this id. */
export function requireRecord<T>(record: T | undefined, what: string, id: string): T {
  if (record !== undefined) return record;
  throw new AnamnesisError('record.missing', {
    expected: `a ${what} with the id ${id}`,
    found: 'none',
    remedy: say('workspace', 'useKnownId'),
  });
}

/** For a change of state that the table of states does not allow. @throws run.state-refused */
export function refuseTransition(what: string, from: RunState, to: string): never {
  throw new AnamnesisError('run.state-refused', {
    expected: `a ${what} that may become ${to}`,
    found: `one that is ${from}`,
    remedy: say('workspace', 'mayChangeState'),
  });
}

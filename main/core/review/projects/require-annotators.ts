import { AnamnesisError } from '#core/base/error.ts';
import type { PersonStore } from '#core/storage/persons.ts';
import { say } from '#core/wording/say.ts';

/**
 * Who is to label can sign in: documents that went to somebody locked or removed, or to the recovery
 * key, would wait for ever. @throws annotation.no-annotator, record.missing
 */
export function requireAnnotators(persons: Pick<PersonStore, 'get'>, ids: readonly string[]): void {
  for (const id of ids) {
    const { state, kind } = persons.get(id);
    if (state === 'active' && kind !== 'recovery') continue;
    throw new AnamnesisError('annotation.no-annotator', {
      expected: say('annotation', 'annotatorsSignIn'),
      found: say('annotation', 'cannotSignIn'),
      remedy: say('annotation', 'unlockOrOther'),
    });
  }
}

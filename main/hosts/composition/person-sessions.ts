import type { Person } from '#core/domain/person.ts';
import { asPerson } from '#core/storage/persons.ts';
import type { PersonRecord, PersonStore } from '#core/storage/persons.ts';

/** More than can be in use; names of sessions that are over are forgotten. */
const maxSessions = 1_000;

export interface PersonSessions {
  /**
   * Who has signed in from a session, as the workspace knows them now: locked, removed or with another
   * passphrase, they have to sign in again. Where there are no names, whoever has a window.
   */
  personOf(session: string): Person | null;
  bind(session: string, person: PersonRecord): void;
  /** False where nobody had signed in from it. */
  end(session: string): boolean;
  clear(): void;
}

interface Bound {
  readonly personId: string;
  readonly epoch: number;
}

/** In memory alone: a host that was started anew knows nobody. */
export function createPersonSessions(storeOf: () => PersonStore | null): PersonSessions {
  const bound = new Map<string, Bound>();
  return {
    personOf(session) {
      const persons = storeOf();
      if (persons === null) return null;
      if (!persons.hasNames()) return asPerson(persons.first());
      const found = bound.get(session);
      if (found === undefined) return null;
      const person = persons.find(found.personId);
      if (person?.state === 'active' && person.epoch === found.epoch) return asPerson(person);
      bound.delete(session);
      return null;
    },
    bind(session, { id, epoch }) {
      bound.delete(session);
      bound.set(session, { personId: id, epoch });
      const [oldest] = bound.keys();
      if (bound.size > maxSessions && oldest !== undefined) bound.delete(oldest);
    },
    end: (session) => bound.delete(session),
    clear() {
      bound.clear();
    },
  };
}

import { changePassphrase } from '#core/storage/change-passphrase.ts';
import type { ListedPerson } from '#core/storage/people.ts';
import { asPerson } from '#core/storage/persons.ts';
import { recognise } from '#core/storage/recognise-person.ts';
import { readHeader } from '#core/storage/workspace-secret.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Person } from '#core/domain/person.ts';
import type { PersonRow } from '../contract/people.ts';
import type { PeopleService } from '../ports.ts';

export interface PeopleServiceOptions {
  readonly rawKey: Uint8Array;
  /** Makes whoever guesses at a passphrase wait. @throws person.too-many-attempts */
  readonly brake: {
    attempt<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  };
}

/** Who may open the workspace, as owners see and change it. */
export function createPeopleService(
  workspace: Workspace,
  { rawKey, brake }: PeopleServiceOptions,
): PeopleService {
  const { people, persons, folder, audit } = workspace;
  /** A session that was left open must not give its passphrase away to whoever sits down at it. */
  const requirePresent = async ({ id }: Person, passphrase: string): Promise<void> => {
    const { name } = persons.get(id);
    try {
      await brake.attempt(name ?? '', () => recognise(workspace, { name, passphrase }));
    } catch (error) {
      audit.append('person.passphrase-refused', { personId: id });
      throw error;
    }
  };
  return {
    list: () => Promise.resolve({ persons: people.list().map(viewPerson) }),
    add: async (person) => (await people.add(person)).id,
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    setRole: async (personId, role) => {
      people.setRole(personId, role);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    lock: async (personId) => {
      people.lock(personId);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    unlock: async (personId) => {
      people.unlock(personId);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    remove: async (personId) => {
      people.remove(personId);
    },
    resetPassphrase: (personId, passphrase) => people.resetPassphrase(personId, passphrase),
    changePassphrase: async (asking, { present, passphrase }) => {
      await requirePresent(asking, present);
      // A header of one passphrase stays one: only a second person gives it slots.
      if (readHeader(folder).version === 1) {
        changePassphrase(folder, { rawKey, newPassphrase: passphrase });
      } else await people.changePassphrase(asking.id, passphrase);
    },
    makeRecoveryKey: () => people.makeRecoveryKey(),
  };
}

function viewPerson(person: ListedPerson): PersonRow {
  const { kind, state, hasPassphrase, createdAtMs } = person;
  return { ...asPerson(person), kind, isLocked: state === 'locked', hasPassphrase, createdAtMs };
}

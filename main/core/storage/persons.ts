import type { Person } from '#core/domain/person.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/**
 * The first is whoever knew the one passphrase before the workspace had names; the recovery key acts
 * as a person of its own.
 */
export type PersonKind = 'first' | 'further' | 'recovery';
export type PersonState = 'active' | 'locked' | 'removed';

/** A person as the workspace knows them; who was removed stays for what they did. */
export interface PersonRecord extends Person {
  readonly kind: PersonKind;
  readonly state: PersonState;
  readonly createdAtMs: number;
  /** Sessions that began in an earlier one are over. */
  readonly epoch: number;
}

/** Reads persons; `people.ts` changes them, since most changes are also changes of the header. */
export interface PersonStore {
  /** Whoever has the passphrase of a workspace without names. */
  first(): PersonRecord;
  /** Whether persons sign in by name. */
  hasNames(): boolean;
  /** @throws record.missing */
  get(id: string): PersonRecord;
  find(id: string): PersonRecord | undefined;
  /** However the name is written: case and spaces do not count. None who was removed. */
  findByName(name: string): PersonRecord | undefined;
  /** In the order in which they came. */
  list(): PersonRecord[];
}

/** What of a row changes. */
export type PersonChange = Partial<Pick<PersonRecord, 'name' | 'role' | 'state'>> & {
  /** Ends the sessions that they have. */
  readonly endSessions?: boolean;
};

export interface WritablePersonStore extends PersonStore {
  insert(person: Pick<PersonRecord, 'id' | 'kind' | 'name' | 'role'>): void;
  change(id: string, change: PersonChange): void;
}

const columns = `id, kind, name, role, state, created_at_ms AS createdAtMs, epoch`;

export function openPersonStore({ sql, nowMs }: StorageContext): WritablePersonStore {
  const find = (where: string, values: Readonly<Record<string, string>>) =>
    sql.get(`SELECT ${columns} FROM persons WHERE ${where}`, values) as PersonRecord | undefined;
  const first = () => requireRecord(find("kind = 'first'", {}), 'person', 'first');
  const get = (id: string) => requireRecord(find('id = @id', { id }), 'person', id);
  return {
    first,
    hasNames: () => first().name !== null,
    get,
    find: (id) => find('id = @id', { id }),
    findByName: (name) => find('name_key = @key', { key: keyOfName(name) }),
    list: () =>
      sql.all(`SELECT ${columns} FROM persons ORDER BY created_at_ms, id`) as PersonRecord[],

    insert({ id, kind, name, role }) {
      sql.run(
        `INSERT INTO persons (id, kind, name, name_key, role, state, created_at_ms)
           VALUES (@id, @kind, @name, @key, @role, 'active', @atMs)`,
        { id, kind, name, key: name === null ? null : keyOfName(name), role, atMs: nowMs() },
      );
    },

    change(id, { endSessions = false, ...change }) {
      const { name, role, state } = { ...get(id), ...change };
      const key = state === 'removed' || name === null ? null : keyOfName(name);
      sql.run(
        `UPDATE persons SET name = @name, name_key = @key, role = @role, state = @state,
           epoch = epoch + @ended WHERE id = @id`,
        { id, name, key, role, state, ended: endSessions ? 1 : 0 },
      );
    },
  };
}

/** Two names that people would read as one are one. */
export function keyOfName(name: string): string {
  return tidyName(name).normalize('NFKC').toLowerCase();
}

/** A name as it is kept: without spaces around it or doubled in it. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** What the rest of the program needs to know of somebody. */
export function asPerson({ id, name, role }: Pick<PersonRecord, 'id' | 'name' | 'role'>): Person {
  return { id, name, role };
}

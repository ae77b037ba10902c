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
}

export interface PersonStore {
  /** Whoever has the passphrase of a workspace without names. */
  first(): PersonRecord;
  /** @throws record.missing */
  get(id: string): PersonRecord;
  /** In the order in which they came. */
  list(): PersonRecord[];
}

const columns = `id, kind, name, role, state, created_at_ms AS createdAtMs`;

export function openPersonStore({ sql }: StorageContext): PersonStore {
  const find = (where: string, values: Readonly<Record<string, string>>) =>
    sql.get(`SELECT ${columns} FROM persons WHERE ${where}`, values) as PersonRecord | undefined;
  return {
    first: () => requireRecord(find("kind = 'first'", {}), 'person', 'first'),
    get: (id) => requireRecord(find('id = @id', { id }), 'person', id),
    list: () =>
      sql.all(`SELECT ${columns} FROM persons ORDER BY created_at_ms, id`) as PersonRecord[],
  };
}

/** What the rest of the program needs to know of somebody. */
export function asPerson({ id, name, role }: PersonRecord): Person {
  return { id, name, role };
}

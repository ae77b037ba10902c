/**
 * What people may do, from the most to the least: each role may all that those after it may. An owner
 * decides who there is, an analyst on data, studies and models, a reviewer reads texts and marks them,
 * a reader sees results.
 */
export const roles = ['owner', 'analyst', 'reviewer', 'reader'] as const;

export type Role = (typeof roles)[number];

/** Who asks something of the program. */
export interface Person {
  /** Random, and never used again for another. */
  readonly id: string;
  /** Null for the one person of a workspace that has a passphrase and no names, and for the recovery key. */
  readonly name: string | null;
  readonly role: Role;
}

/** True when whoever has `role` may do what needs `needed`. */
export function mayAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}

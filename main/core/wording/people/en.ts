import type { Role } from '#core/domain/person.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'owner',
  analyst: 'analyst',
  reviewer: 'reviewer',
  reader: 'reader',
};

/** What is said of persons, their roles and how they sign in. */
export const people = {
  roleOrMore: (role: Role) =>
    `the role ${roleNames[role]}${role === 'owner' ? '' : ', or one that may more'}`,
  theRole: (role: Role) => `the role ${roleNames[role]}`,
  askOwner: 'Ask an owner of the workspace to do it, or for the role.',
};

export type PeopleWording = typeof people;

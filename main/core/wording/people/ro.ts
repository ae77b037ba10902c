import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'proprietar',
  analyst: 'analist',
  reviewer: 'evaluator',
  reader: 'cititor',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `rolul de ${roleNames[role]}${role === 'owner' ? '' : ' sau unul care poate mai mult'}`,
  theRole: (role) => `rolul de ${roleNames[role]}`,
  askOwner: 'Cereți unui proprietar al spațiului de lucru să o facă sau să vă dea rolul.',
};

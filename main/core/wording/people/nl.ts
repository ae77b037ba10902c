import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'eigenaar',
  analyst: 'analist',
  reviewer: 'beoordelaar',
  reader: 'lezer',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `de rol ${roleNames[role]}${role === 'owner' ? '' : ', of een die meer mag'}`,
  theRole: (role) => `de rol ${roleNames[role]}`,
  askOwner: 'Vraag een eigenaar van de werkruimte om het te doen, of om de rol.',
};

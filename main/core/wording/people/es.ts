import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'propietario',
  analyst: 'analista',
  reviewer: 'revisor',
  reader: 'lector',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `el rol de ${roleNames[role]}${role === 'owner' ? '' : ', o uno que pueda más'}`,
  theRole: (role) => `el rol de ${roleNames[role]}`,
  askOwner: 'Pida a un propietario del espacio de trabajo que lo haga, o que le dé el rol.',
};

import { mayAs } from '#contract/person-roles.ts';
import type { PersonRole } from '#contract/people.ts';
import { procedureRoles } from '#contract/procedure-roles.ts';

type Procedure = keyof typeof procedureRoles;

/** The role that a call needs at least; null for one that anyone may make. */
export function roleFor(procedure: Procedure): PersonRole | null {
  const needs = procedureRoles[procedure];
  if (needs === 'anyone') return null;
  return needs === 'owner-if-open' ? 'owner' : needs;
}

/** Whether a person may make a call, so that the window offers no control that would be refused. */
export function mayCall(role: PersonRole | null, procedure: Procedure): boolean {
  const needed = roleFor(procedure);
  return needed === null || (role !== null && mayAs(role, needed));
}

import type { AuditPerson } from '#contract/audit.ts';
import type { AuditMessages } from '../messages/audit/messages.ts';

/** Who did something, as the log shows it. */
export function namePerson(person: AuditPerson | null, say: AuditMessages): string {
  if (person === null) return say.theProgram;
  return person.name ?? (person.kind === 'recovery' ? say.recoveryKey : say.nameless);
}

import type { PeopleMessages } from '../messages/people/messages.ts';

/** A person as others read of them; who was removed, or is alone, has no name. */
export function namePersonOf(
  { name }: { readonly name: string | null },
  say: PeopleMessages,
): string {
  return name ?? say.nameless;
}

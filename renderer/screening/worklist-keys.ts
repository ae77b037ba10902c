import type { DecisionKind } from '#contract/screening-choices.ts';

export type WorklistCommand = DecisionKind | 'next' | 'previous' | 'keys';

/** The key of each thing that is done on a worklist. */
export const worklistKeys = {
  agree: 'a',
  disagree: 'd',
  defer: 'f',
  refer: 'r',
  next: 'ArrowDown',
  previous: 'ArrowUp',
  keys: '?',
} as const satisfies Record<WorklistCommand, string>;

const commands = Object.keys(worklistKeys) as WorklistCommand[];
/** Letters beside the arrows, as in many lists. */
const further: Readonly<Record<string, WorklistCommand>> = { j: 'next', k: 'previous' };

/** What a key does; null for one that does nothing, and with Control and the like. */
export function readWorklistKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): WorklistCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return commands.find((each) => worklistKeys[each] === pressed) ?? further[pressed] ?? null;
}

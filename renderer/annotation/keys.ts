/**
 * What the keyboard does on a document, beside the keys that a project gives to its labels. Function
 * keys and arrows, since letters and digits belong to labels; no brackets, which many keyboards of
 * Spain and Romania have only on a third level. The list is closed.
 */
export const commandKeys = {
  'next-word': ['ArrowRight'],
  'previous-word': ['ArrowLeft'],
  'next-line': ['ArrowDown'],
  'previous-line': ['ArrowUp'],
  'line-start': ['Home'],
  'line-end': ['End'],
  'text-start': ['Ctrl+Home'],
  'text-end': ['Ctrl+End'],
  'extend-right': ['Shift+ArrowRight'],
  'extend-left': ['Shift+ArrowLeft'],
  'extend-character-right': ['Ctrl+Shift+ArrowRight'],
  'extend-character-left': ['Ctrl+Shift+ArrowLeft'],
  'next-span': ['Alt+ArrowDown'],
  'previous-span': ['Alt+ArrowUp'],
  'start-right': ['Alt+Shift+ArrowRight'],
  'start-left': ['Alt+Shift+ArrowLeft'],
  accept: ['Enter'],
  remove: ['Delete', 'Backspace'],
  split: ['F6'],
  merge: ['Shift+F6'],
  alike: ['F3'],
  attributes: ['F7'],
  undo: ['Ctrl+z'],
  redo: ['Ctrl+y', 'Ctrl+Shift+z'],
  done: ['Ctrl+Enter'],
  'next-document': ['Alt+ArrowRight'],
  'previous-document': ['Alt+ArrowLeft'],
  note: ['F2'],
  flag: ['F4'],
  unsure: ['F8'],
  skip: ['F9'],
  guidelines: ['F1'],
  keys: ['?'],
  escape: ['Escape'],
} as const satisfies Record<string, readonly string[]>;

export type Command = keyof typeof commandKeys;

/** Keys that a button, a list or a field needs itself while it has the focus. */
const ofControls = new Set<Command>([
  'accept',
  'remove',
  'next-word',
  'previous-word',
  'next-line',
  'previous-line',
  'line-start',
  'line-end',
  'text-start',
  'text-end',
  'extend-left',
  'extend-right',
  'extend-character-left',
  'extend-character-right',
  'undo',
  'redo',
  'keys',
]);

export function isOfControls(command: Command): boolean {
  return ofControls.has(command);
}

/** What of a key event says which key it was. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const commands = new Map<string, Command>(
  (Object.keys(commandKeys) as Command[]).flatMap((command) =>
    commandKeys[command].map((key) => [key, command] as const),
  ),
);

/** A key with what was held down, as in the table: "Ctrl+Shift+z". The Command key counts as Ctrl. */
function nameKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isCharacter = isOneCharacter(key);
  const held = [
    ctrlKey || metaKey ? 'Ctrl+' : '',
    altKey ? 'Alt+' : '',
    // A character says by itself what Shift made of it, unless another key is held, too.
    shiftKey && (!isCharacter || ctrlKey || metaKey) ? 'Shift+' : '',
  ];
  return `${held.join('')}${isCharacter && (ctrlKey || metaKey) ? key.toLowerCase() : key}`;
}

/** Of one code point; names of keys, such as "Enter", have several. */
const isOneCharacter = (key: string) => /^.$/su.test(key);

/** The command of a key; null for one that does nothing here. */
export function readCommand(press: KeyPress): Command | null {
  return commands.get(nameKey(press)) ?? null;
}

/** The label that a project gave to a key; labels are never on keys with something held down. */
export function readLabelKey<Label extends { readonly key: string | null }>(
  { key, ctrlKey, metaKey, altKey }: KeyPress,
  labels: readonly Label[],
): Label | null {
  if (ctrlKey || metaKey || altKey || !isOneCharacter(key)) return null;
  return labels.find((label) => label.key?.toLowerCase() === key.toLowerCase()) ?? null;
}

import { expect, it } from 'vitest';
import { commandKeys, readCommand, readLabelKey, type KeyPress } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it('no key has two meanings', () => {
  const keys = Object.values(commandKeys).flat();
  expect(new Set(keys).size).toBe(keys.length);
});

it('keys are read with what is held down; Command counts as Ctrl', () => {
  expect(readCommand(press('ArrowRight'))).toBe('next-word');
  expect(readCommand(press('ArrowRight', { shiftKey: true, ctrlKey: true }))).toBe(
    'extend-character-right',
  );
  expect(readCommand(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
  expect(readCommand(press('z', { metaKey: true }))).toBe('undo');
  expect(readCommand(press('?', { shiftKey: true }))).toBe('keys');
  expect(readCommand(press('z'))).toBeNull();
});

it('a label has one key, in either case', () => {
  const labels = [
    { key: 'd', name: 'DISEASE' },
    { key: null, name: 'NONE' },
  ];
  expect(readLabelKey(press('D', { shiftKey: true }), labels)?.name).toBe('DISEASE');
  expect(readLabelKey(press('d', { ctrlKey: true }), labels)).toBeNull();
});

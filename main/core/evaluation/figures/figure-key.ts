import type { Figure } from './figure.ts';

/** What a figure is, without its value: the same for the same figure of other notes. */
export function figureKey({
  name,
  averaging,
  mode,
  label,
}: Pick<Figure, 'name' | 'averaging' | 'mode' | 'label'>): string {
  return JSON.stringify([name, averaging, mode, label]);
}

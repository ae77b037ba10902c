import type { SourceInput } from './document-format.ts';

/** An input as reports and made-up ids call it: its file, and its path inside of an archive. */
export function nameInput({ name, part }: Pick<SourceInput, 'name' | 'part'>): string {
  return part === null ? name : `${name}/${part}`;
}

import { InvalidArgumentError } from 'commander';

/** What an option names as a folder: not nothing, as a variable that a script has not set. */
export function folderName(text: string): string {
  if (text === '') throw new InvalidArgumentError('It names no folder.');
  return text;
}

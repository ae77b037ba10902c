import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Where a question appears, and where it is answered. */
export interface Conversation {
  readonly input: Readable;
  readonly screen: Writable;
}

/** Null where nobody sits: a script says beforehand what it wants. */
export function findConversation(): Conversation | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return { input: process.stdin, screen: process.stderr };
}

/** True for "y" or "yes" alone: anything else, and the end of the input, is no. */
export async function askYes(question: string, { input, screen }: Conversation): Promise<boolean> {
  const reader = createInterface({ input, output: screen });
  const closed = new Promise<string>((resolve) => {
    reader.once('close', () => {
      resolve('');
    });
  });
  const answer = await Promise.race([reader.question(`${question} [y/N] `), closed]);
  reader.close();
  return /^\s*y(?:es)?\s*$/i.test(answer);
}

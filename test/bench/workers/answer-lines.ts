import { createInterface } from 'node:readline';

/** Answers each line of JSON on the standard input with one on the standard output. */
export async function answerLines(answer: (message: unknown) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}

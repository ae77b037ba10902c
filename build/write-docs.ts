import { writeFileSync } from 'node:fs';
import { generatedDocs } from './generated-docs.ts';

/** Writes the documents that follow from the code; `test/docs.test.ts` fails when they are stale. */
for (const [path, content] of Object.entries(generatedDocs())) {
  writeFileSync(new URL(`../${path}`, import.meta.url), content);
  process.stdout.write(`${path}\n`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import type { Results } from './results.ts';
import { writeMarkdown } from './write-markdown.ts';

const page = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url));
const begin = '<!-- figures: written by npm run bench -- --write-docs -->';
const end = '<!-- end of figures -->';

/** Puts the tables between the two marks of docs/performance.md; the words around them stay. */
export async function writeDocs(results: Results): Promise<string> {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has lost the marks around its figures`);
  const joined = `${text.slice(0, from)}${begin}\n\n${writeMarkdown(results)}\n\n${text.slice(to)}`;
  const options = await resolveConfig(page);
  writeFileSync(page, await format(joined, { ...options, filepath: page }));
  return page;
}

import { readExactly, type CheckpointFiles } from '#core/model/checkpoint/checkpoint-files.ts';

const cardName = 'README.md';
/** The header of a card stands at its beginning; what is longer is not read. */
const headerLimitBytes = 65_536;
const languageLimit = 200;

/** The languages that the model card of a checkpoint folder names; empty where it names none. */
export async function readCardLanguages(files: CheckpointFiles): Promise<string[]> {
  if (!files.names().includes(cardName)) return [];
  const end = Math.min(files.sizeOf(cardName), headerLimitBytes);
  return listLanguages(
    new TextDecoder().decode(await readExactly(files, cardName, { start: 0, end })),
  );
}

/**
 * `language:` of a card's header, as a single code, as a list in brackets or as one code a line.
 * Other YAML is not read: a card is a description, nothing is built on it.
 */
export function listLanguages(card: string): string[] {
  const header = /^---\r?\n([\s\S]*?)\r?\n---/.exec(card)?.[1] ?? '';
  const found = /^languages?:[ \t]*(.*(?:\r?\n[ \t]*-[ \t]+.*)*)/m.exec(header)?.[1] ?? '';
  const codes = found.match(/[A-Za-z]{2,12}(?:-[A-Za-z0-9]{1,8})*/g) ?? [];
  return [...new Set(codes.map((code) => code.toLowerCase()))].slice(0, languageLimit);
}

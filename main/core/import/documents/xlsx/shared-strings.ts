import type { ImportProblem } from '#core/domain/import-report.ts';
import { readXml } from '../bounded-xml.ts';
import type { SourceInput } from '../document-format.ts';
import { localName } from '../office/office-package.ts';
import type { ReadLimits } from '../read-limits.ts';

/** Characters of all texts together, in documents of the greatest length: they are held at once. */
const longestTable = 32;

/** Characters that XML cannot hold stand as _x000D_ in texts of Excel. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** The texts of a workbook, which cells name by their number. Runs of one text are joined. */
export function readSharedStrings(
  input: SourceInput | null,
  limits: ReadLimits,
): { readonly texts: readonly string[]; readonly problems: readonly ImportProblem[] } {
  const texts: string[] = [];
  const problems: ImportProblem[] = [];
  if (input === null) return { texts, problems };
  let parts: string[] = [];
  let isText = false;
  let phonetic = 0;
  let length = 0;
  for (const event of readXml(input, { limits })) {
    if (event.kind === 'problem') problems.push(event.problem);
    else if (event.kind === 'text') {
      if (isText && phonetic === 0) parts.push(event.text);
    } else {
      const name = localName(event.name);
      const isOpen = event.kind === 'open';
      if (name === 't') isText = isOpen;
      else if (name === 'rPh') phonetic += isOpen ? 1 : -1;
      else if (name === 'si' && !isOpen) {
        const text = unescapeText(parts.join(''));
        parts = [];
        length += text.length;
        if (length > longestTable * limits.documentLength) {
          const detail = 'The texts of the workbook are longer together than can be held.';
          const rule = 'input-beyond-limits';
          problems.push({ file: input.name, line: 1, rule, action: 'left-out', detail });
          break;
        }
        texts.push(text);
      }
    }
  }
  return { texts, problems };
}

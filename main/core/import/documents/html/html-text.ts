import { Parser } from 'htmlparser2';

import type { DocumentRemarks } from '../document-remarks.ts';
import { blockElements, preformattedElements, unseenElements } from './html-elements.ts';

export interface HtmlText {
  readonly text: string;
  /** What the page calls itself; empty where it does not. */
  readonly title: string;
  /** Whether elements stand in more others than are followed: the rest is missing. */
  readonly isTooDeep: boolean;
}

/** Elements in elements, far more than any page has: the library's time grows with their square. */
const deepest = 5000;

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (Object.hasOwn(attributes, 'hidden') && attributes.hidden !== 'until-found') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attributes.style ?? '',
  );
}

/**
 * The text of a page as a browser shows it: a line for each block and each row of a table, whose
 * cells are separated by tabs; white space as one blank unless it is preformatted. Never throws.
 */
export function readHtmlText(html: string, remarks: DocumentRemarks): HtmlText {
  const parts: string[] = [];
  /** What parts the text before from what follows: the strongest of them counts. */
  let pending: '' | ' ' | '\t' | '\n' = '';
  let isLineStart = true;
  let unseen = 0;
  let preformatted = 0;
  let title = '';
  let isTitle = false;
  let isTooDeep = false;
  const open: { name: string; isUnseen: boolean; isPreformatted: boolean }[] = [];

  const rank = { '': 0, ' ': 1, '\t': 2, '\n': 3 };
  const part = (mark: typeof pending) => {
    if (rank[mark] > rank[pending]) pending = mark;
  };
  const emit = (text: string) => {
    if (text === '') return;
    if (!isLineStart) parts.push(pending);
    pending = '';
    parts.push(text);
    isLineStart = false;
  };
  const breakLine = () => {
    parts.push('\n');
    pending = '';
    isLineStart = true;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isUnseen = unseenElements.has(name) || isHidden(attributes);
        if (isUnseen && unseen === 0 && !unseenElements.has(name)) remarks.see('hidden');
        const isPreformatted = preformattedElements.has(name);
        open.push({ name, isUnseen, isPreformatted });
        if (open.length >= deepest) {
          isTooDeep = true;
          parser.pause();
        }
        if (name === 'title' && title === '') isTitle = true;
        if (isUnseen) unseen++;
        if (isPreformatted) preformatted++;
        if (unseen > 0) return;
        if (name === 'img' || name === 'picture') remarks.see('pictures');
        if (name === 'br') breakLine();
        else if (blockElements.has(name)) part('\n');
        else if (name === 'td' || name === 'th') part('\t');
        else if (name === 'input' && !/^(?:hidden|password)$/i.test(attributes.type ?? '')) {
          if (/^(?:|text|date|number)$/i.test(attributes.type ?? '')) emit(attributes.value ?? '');
        }
      },
      ontext(text) {
        if (isTitle) title += text;
        if (unseen > 0) return;
        if (preformatted > 0) {
          emit(text);
          return;
        }
        // No-break spaces stay: only the white space of HTML is collapsed.
        const words = text.split(/[ \t\r\n\f]+/);
        words.forEach((word, index) => {
          if (index > 0) part(' ');
          emit(word);
        });
      },
      onclosetag(name) {
        const last = open.at(-1);
        if (last?.name !== name) return;
        open.pop();
        if (name === 'title') isTitle = false;
        if (last.isUnseen) unseen--;
        if (last.isPreformatted) preformatted--;
        if (unseen === 0 && blockElements.has(name)) part('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  if (!isTooDeep) parser.end();
  return { text: parts.join('').trim(), title: title.replace(/\s+/g, ' ').trim(), isTooDeep };
}

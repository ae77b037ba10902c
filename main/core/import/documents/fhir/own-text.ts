import type { ProblemList } from '../problem-list.ts';
import { createRemarks } from '../document-remarks.ts';
import { readHtmlText } from '../html/html-text.ts';
import { type JsonRecord, recordOf, recordsOf, textOrNull } from '../json-values.ts';

/** Sections in sections, far more than any document has. */
const deepest = 32;

type ReadDiv = (narrative: unknown) => string | null;

/** The sections of a document, each under its title, those in them after it. */
function* sectionsOf(sections: unknown, readDiv: ReadDiv, depth: number): Generator<string> {
  if (depth > deepest) return;
  for (const section of recordsOf(sections)) {
    const within = [...sectionsOf(section.section, readDiv, depth + 1)];
    const text = readDiv(section.text);
    if (text === null && within.length === 0) continue;
    yield [textOrNull(section.title), text].filter((part) => part !== null).join('\n');
    yield* within;
  }
}

/** What people wrote beside the fields of a resource. */
function notesOf({ note }: JsonRecord): string | null {
  const texts = recordsOf(note).map(({ text }) => textOrNull(text));
  const written = texts.filter((text) => text !== null);
  return written.length === 0 ? null : written.join('\n\n');
}

const inOwnWords: Readonly<
  Record<string, (resource: JsonRecord, readDiv: ReadDiv) => string | null>
> = {
  Composition: ({ section, text }, readDiv) => {
    const sections = [...sectionsOf(section, readDiv, 1)];
    return sections.length === 0 ? readDiv(text) : sections.join('\n\n');
  },
  DiagnosticReport: ({ conclusion, text }, readDiv) => textOrNull(conclusion) ?? readDiv(text),
};

/**
 * The text that a resource holds in its own fields, beside attachments: sections of a document, the
 * conclusion of a report, notes on an observation or a diagnosis. Null where it has none.
 */
export function readOwnText(
  resource: JsonRecord,
  { file, line }: { readonly file: string; readonly line: number },
  problems: ProblemList,
): string | null {
  const remarks = createRemarks();
  const readDiv: ReadDiv = (narrative) => {
    const div = textOrNull(recordOf(narrative).div);
    if (div === null) return null;
    const { text, isTooDeep } = readHtmlText(div, remarks);
    if (isTooDeep) {
      const detail = 'Elements stand in more others than any page has: the rest is left out.';
      problems.tell(line, 'input-beyond-limits', 'left-out', detail);
    }
    return textOrNull(text);
  };
  const type = String(resource.resourceType);
  const read = Object.hasOwn(inOwnWords, type) ? inOwnWords[type] : notesOf;
  const text = read(resource, readDiv);
  problems.add(remarks.finish(file).map((remark) => ({ ...remark, line })));
  return text;
}

/** Whether a resource of this kind is a document even where it turns out to hold no text. */
export function isOwnDocument(type: string): boolean {
  return Object.hasOwn(inOwnWords, type);
}

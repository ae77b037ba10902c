import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { joinPieces } from './archives/input-bytes.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { joinDividedWords } from './pdf/join-divided-words.ts';
import type { PdfEnd, PdfText } from './pdf/pdf-text.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { toWholeDocument } from './whole-document.ts';

const mostBytes = 256 * 2 ** 20;
/**
 * A page more than this part of whose signs is unknown says nothing to anybody: where a font does
 * not say what its signs are, blanks are none either, and letters are others.
 */
const mostUnknown = 0.08;

/** Text of PDF pages, frozen in the order in which it is read here. Scans have none. */
export const pdfFormat: DocumentFormat = {
  description:
    'PDF with text: one document per file, a line per line of the page, columns one after another; scans are refused.',
  extensions: ['.pdf'],
  recognise: ({ bytes }) => {
    const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
    return start.includes('%PDF-') ? 0.98 : 0;
  },
  async *read(inputs, options) {
    for (const input of inputs) yield await readInput(input, options);
  },
};

async function readInput(
  input: SourceInput,
  { limits, readPdf }: ReadOptions,
): Promise<ImportResult<SourceDocument>> {
  const problems = createProblemList(nameInput(input), limits.problemCount);
  const refuse = (...[rule, detail]: readonly [ImportProblem['rule'], string]) => {
    problems.tell(1, rule, 'left-out', detail);
    return { items: [], problems: problems.finish() };
  };
  if (input.byteCount > mostBytes) {
    return refuse('input-beyond-limits', `The file has more than ${mostBytes} bytes.`);
  }
  if (readPdf === undefined) return refuse('file-other-format', 'No PDF can be read from here.');
  const text = await readPdf(joinPieces(input.pieces()), limits);
  if (text.pages.length === 0) return refuse(...nothingRead(text));
  tellEnd(text, problems);
  const pages = readablePages(text, problems);
  if (pages.every((lines) => lines.length === 0)) {
    if (problems.isTold && text.pages.some(({ lines }) => lines.length > 0)) {
      return { items: [], problems: problems.finish() };
    }
    const detail = `None of the ${text.pages.length} pages has text: it is a scan. Read its letters by a program for that (OCR) first.`;
    return refuse('document-scanned', detail);
  }
  tellBeside(text, problems);
  const divided = pages
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  const { lines, joinedCount } = joinDividedWords(divided);
  if (joinedCount > 0) {
    const detail = `${joinedCount} words that a hyphen divided at the end of a line are joined.`;
    problems.tell(1, 'document-divided-words', 'repaired', detail);
  }
  const columns = text.title === null ? {} : { title: text.title };
  const { items, problems: ofText } = toWholeDocument(input, lines.join('\n'), limits, columns);
  return { items, problems: [...problems.finish(), ...ofText] };
}

const again = 'Print it into a new PDF, or save it as text.';

/** Why a file gave no page. */
function nothingRead({ end }: PdfText): readonly [ImportProblem['rule'], string] {
  const said: Readonly<Record<PdfEnd, readonly [ImportProblem['rule'], string]>> = {
    whole: ['file-empty', 'The document has no pages.'],
    password: ['file-password', 'The document is protected by a password: save it without one.'],
    damaged: ['document-damaged', 'The file is no PDF that can be read: it is damaged or cut.'],
    'beyond-limits': ['input-beyond-limits', 'The document has more pages or text than is read.'],
    'too-slow': [
      'input-beyond-limits',
      `Its first page was not read in the time allowed. ${again}`,
    ],
    'too-much-memory': ['input-beyond-limits', `It needs more memory than is allowed. ${again}`],
    crashed: ['document-damaged', `The process that reads it ended over it. ${again}`],
  };
  return said[end];
}

/** Pages behind the last that was read. */
function tellEnd({ end, pages, pageCount }: PdfText, problems: ProblemList): void {
  if (end === 'whole') return;
  const last = pages.length;
  const rest = `${pageCount === null ? 'Pages' : `${pageCount - last} pages`} behind page ${last} are left out`;
  const why: Readonly<Record<Exclude<PdfEnd, 'whole'>, string>> = {
    password: 'they are protected by a password',
    damaged: 'the file is damaged there',
    'beyond-limits': 'there are more pages or there is more text than is read',
    'too-slow': `the next was not read in the time allowed. ${again}`,
    'too-much-memory': `the next needs more memory than is allowed. ${again}`,
    crashed: `the process that reads them ended over the next. ${again}`,
  };
  const isDamage = end === 'damaged' || end === 'crashed' || end === 'password';
  const rule = isDamage ? 'document-damaged' : 'input-beyond-limits';
  problems.tell(last, rule, 'left-out', `${rest}: ${why[end].replace(/\.$/, '')}.`);
}

/** The lines of the pages; none of those without text, and of those that nobody could read. */
function readablePages({ pages }: PdfText, problems: ProblemList): (readonly string[])[] {
  let withoutText = 0;
  let firstWithout = 0;
  const readable = pages.map(({ lines, unknownCount }, index) => {
    const letterCount = lines.join('').replace(/\s/g, '').length;
    if (letterCount === 0) {
      withoutText++;
      firstWithout ||= index + 1;
      return [];
    }
    if (unknownCount <= mostUnknown * letterCount) return lines;
    const detail = `The fonts of page ${index + 1} do not say which letters their signs are. Read it by a program for scans (OCR), or print it anew.`;
    problems.tell(index + 1, 'document-letters-unknown', 'left-out', detail);
    return [];
  });
  if (withoutText > 0 && withoutText < pages.length) {
    const detail = `${withoutText} of ${pages.length} pages, the first page ${firstWithout}, have no text: they are empty, or scans.`;
    problems.tell(firstWithout, 'document-page-without-text', 'left-out', detail);
  }
  const few = readable.reduce(
    (sum, lines, index) => sum + (lines.length > 0 ? pages[index].unknownCount : 0),
    0,
  );
  if (few > 0) {
    const detail = `${few} characters of fonts that do not say which letters they are stay as they are.`;
    problems.tell(1, 'document-letters-unknown', 'kept', detail);
  }
  return readable;
}

/** What lies in the file or upon its pages beside their text. */
function tellBeside({ pages, attachmentCount }: PdfText, problems: ProblemList): void {
  const sum = (of: 'buttonCount' | 'remarkCount') =>
    pages.reduce((total, page) => total + page[of], 0);
  const [buttons, remarks] = [sum('buttonCount'), sum('remarkCount')];
  if (buttons > 0) {
    const detail = `${buttons} boxes and buttons of a form are left out, ticked or not.`;
    problems.tell(1, 'document-form-fields', 'left-out', detail);
  }
  if (remarks > 0) {
    const detail = `${remarks} remarks that were put upon pages are left out.`;
    problems.tell(1, 'document-comments', 'left-out', detail);
  }
  if (attachmentCount > 0) {
    const detail = `${attachmentCount} files that are attached to it are left out: save them beside it.`;
    problems.tell(1, 'document-attachments', 'left-out', detail);
  }
}

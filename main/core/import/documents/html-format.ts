import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { markOf } from '../guess-encoding.ts';
import { headOf, joinPieces } from './archives/input-bytes.ts';
import { decodeInput } from './decode-input.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { createRemarks } from './document-remarks.ts';
import { readHtmlText } from './html/html-text.ts';
import { nameInput } from './name-input.ts';
import { toWholeDocument } from './whole-document.ts';

/** Bytes that a page of the greatest length may have. */
const bytesPerCharacter = 16;
/** Where browsers look for the encoding. */
const metaBytes = 1024;

/** Pages of HTML, as browsers show them. */
export const htmlFormat: DocumentFormat = {
  description:
    'Pages of HTML: one document per file, a line per block and per row of a table, without what is hidden.',
  extensions: ['.html', '.htm', '.xhtml'],
  recognise: ({ extension, text }) => {
    const isPage =
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
        text.slice(0, 4096),
      );
    if (text === '') return 0;
    return htmlFormat.extensions.includes(extension) ? 0.95 : isPage ? 0.85 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) yield readInput(input, options);
  },
};

/** The encoding that a page names for itself; null where it names none that is known. */
function declaredEncoding(input: SourceInput): string | null {
  const bytes = headOf(input, metaBytes);
  if (markOf(bytes) !== null) return null;
  const head = new TextDecoder('windows-1252').decode(bytes);
  const label = /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(
    head,
  )?.[1];
  // A page that says so of itself in single bytes cannot be UTF-16.
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return null;
  try {
    new TextDecoder(label);
    return label;
  } catch {
    return null;
  }
}

function readInput(input: SourceInput, options: ReadOptions): ImportResult<SourceDocument> {
  const { limits, encoding } = options;
  const file = nameInput(input);
  if (input.byteCount > bytesPerCharacter * limits.documentLength) {
    const detail = `The file has ${input.byteCount} bytes, more than is read.`;
    const problem = {
      file,
      line: 1,
      rule: 'document-too-long',
      action: 'left-out',
      detail,
    } as const;
    return { items: [], problems: [problem] };
  }
  const problems: ImportProblem[] = [];
  const label = encoding === undefined ? declaredEncoding(input) : null;
  let html: string;
  if (label === null) {
    const longest = bytesPerCharacter * limits.documentLength;
    const decoded = decodeInput(input, {
      ...options,
      limits: { ...limits, documentLength: longest },
    });
    for (const problem of decoded.problems) problems.push(problem);
    if (decoded.text === null) return { items: [], problems };
    html = decoded.text;
  } else {
    html = new TextDecoder(label).decode(joinPieces(input.pieces()));
    if (html.includes('\ufffd')) {
      const detail = `Some bytes are not valid in the encoding that the page names, ${label.toLowerCase()}, and became U+FFFD.`;
      problems.push({ file, line: 1, rule: 'file-invalid-bytes', action: 'repaired', detail });
    }
  }
  const remarks = createRemarks();
  const { text, title, isTooDeep } = readHtmlText(html, remarks);
  if (isTooDeep) {
    const detail = 'Elements stand in more others than any page has: the rest is left out.';
    problems.push({ file, line: 1, rule: 'input-beyond-limits', action: 'left-out', detail });
  }
  const columns = title === '' ? {} : { title };
  const { items, problems: ofText } = toWholeDocument(input, text, limits, columns);
  return { items, problems: [...problems, ...remarks.finish(file), ...ofText] };
}

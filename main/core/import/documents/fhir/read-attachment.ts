import type { TextEncoding } from '#core/import/text-encoding.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from '../document-format.ts';
import { docxFormat } from '../docx-format.ts';
import { htmlFormat } from '../html-format.ts';
import { pdfFormat } from '../pdf-format.ts';
import { rtfFormat } from '../rtf-format.ts';
import { textFormat } from '../text-format.ts';

/** Readers for what an attachment may hold, by its media type. */
const readers: Readonly<Record<string, DocumentFormat>> = {
  'text/plain': textFormat,
  'text/markdown': textFormat,
  'text/html': htmlFormat,
  'application/xhtml+xml': htmlFormat,
  'text/rtf': rtfFormat,
  'application/rtf': rtfFormat,
  'application/pdf': pdfFormat,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docxFormat,
};
/** Media types that say nothing: the bytes say what they are. */
const sayNothing = new Set(['', 'application/octet-stream']);
/** Those that bytes are recognised as. */
const recognisable = [pdfFormat, rtfFormat, docxFormat, htmlFormat];
const headBytes = 4096;
const certainEnough = 0.8;

/** Names of encodings as media types write them; null for those that begin with a mark. */
const charsets: Readonly<Record<string, TextEncoding | null>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': null,
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'windows-1250': 'windows-1250',
  cp1250: 'windows-1250',
  'iso-8859-2': 'iso-8859-2',
  latin2: 'iso-8859-2',
};

/** Bytes of base64; null where it is none. */
export function decodeBase64(data: string): Uint8Array | null {
  try {
    const characters = atob(data);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/** What bytes are that nothing is said of; plain text where they are nothing else. */
function recognise(bytes: Uint8Array): DocumentFormat {
  const start = bytes.subarray(0, headBytes);
  const text = start.includes(0) ? '' : new TextDecoder('windows-1252').decode(start);
  const head = { extension: '', bytes: start, text, besides: [] };
  return recognisable.find((each) => each.recognise(head) >= certainEnough) ?? textFormat;
}

/** What is in an attachment, or why it cannot be told. */
export type AttachmentContent =
  | {
      readonly format: DocumentFormat;
      readonly input: SourceInput;
      readonly options: ReadOptions;
    }
  | { readonly unreadable: string };

/** How the data of an attachment is read: by its media type, in its charset. */
export function openAttachment(
  { name, part }: Pick<SourceInput, 'name' | 'part'>,
  { contentType, data }: { readonly contentType: string | null; readonly data: string },
  { limits, encoding, readPdf }: ReadOptions,
): AttachmentContent {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const mediaType = type.trim();
  const isSaid = !sayNothing.has(mediaType);
  const said = Object.hasOwn(readers, mediaType) ? readers[mediaType] : undefined;
  if (isSaid && said === undefined) {
    const known = /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(mediaType) ? mediaType : 'an unknown type';
    return { unreadable: `Its content is ${known}, which is not read from here.` };
  }
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w.-]+)"?\s*$/.exec(parameter)?.[1])
    .find((label) => label !== undefined);
  const isKnown = charset === undefined || Object.hasOwn(charsets, charset);
  if (!isKnown) return { unreadable: 'Its charset is none that can be read.' };
  const bytes = decodeBase64(data);
  if (bytes === null) return { unreadable: 'Its data is not base64.' };
  const told = charset === undefined ? encoding : (charsets[charset] ?? undefined);
  const input: SourceInput = { name, part, byteCount: bytes.length, pieces: () => [bytes] };
  const options = {
    limits,
    ...(told === undefined ? {} : { encoding: told }),
    ...(readPdf === undefined ? {} : { readPdf }),
  };
  return { format: said ?? recognise(bytes), input, options };
}

import type { DocumentFormat, ReadOptions, SourceInput } from '../document-format.ts';
import { textFormat } from '../text-format.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';

/** Readers for what an attachment may hold, by its media type. */
const readers: Readonly<Record<string, DocumentFormat>> = {
  'text/plain': textFormat,
  'text/markdown': textFormat,
};

/** Names of encodings as media types write them. */
const charsets: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  'windows-1250': 'windows-1250',
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
  file: string,
  { contentType, data }: { readonly contentType: string | null; readonly data: string },
  { limits, encoding }: ReadOptions,
): AttachmentContent {
  const [type, ...parameters] = (contentType ?? 'text/plain').toLowerCase().split(';');
  const mediaType = type.trim();
  const format = Object.hasOwn(readers, mediaType) ? readers[mediaType] : undefined;
  if (format === undefined) {
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
  const told = charset === undefined ? encoding : charsets[charset];
  const input: SourceInput = {
    name: file,
    part: null,
    byteCount: bytes.length,
    pieces: () => [bytes],
  };
  return { format, input, options: { limits, ...(told === undefined ? {} : { encoding: told }) } };
}

import { createPieceDecoder, type PieceDecoder } from '../decode-pieces.ts';
import { guessFromSample, markOf } from '../guess-encoding.ts';
import type { TextEncoding } from '../text-encoding.ts';

/** Labels of encodings that can be cut anywhere, as XML declarations name them. */
const singleBytes = /^(?:us-ascii|ascii|latin1|iso-8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru])$/;

/** How many bytes hold any XML declaration. */
export const declarationBytes = 256;

/** The label in an XML declaration, in lower case; null without one. */
function declaredLabel(start: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(start.subarray(0, declarationBytes));
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  return label?.toLowerCase() ?? null;
}

/** A decoder for a label that the platform may not know. */
function tryDecoder(label: string): PieceDecoder | null {
  // Its bytes stand for themselves, so that the decoder of pieces need not know more of it.
  const encoding = label.replace(/^cp125/, 'windows-125') as TextEncoding;
  try {
    new TextDecoder(encoding);
    return createPieceDecoder(encoding);
  } catch {
    return null;
  }
}

/**
 * How an XML file is decoded: by its byte order mark, the encoding given, its zero bytes, its
 * declaration, else as UTF-8. Null where it is no text or in an encoding that cannot be read.
 */
export function createXmlDecoder(
  start: Uint8Array,
  given: TextEncoding | undefined,
): { readonly decoder: PieceDecoder; readonly markLength: number } | null {
  const mark = markOf(start);
  const told = mark?.encoding ?? given ?? guessFromSample(start);
  if (told === null) return null;
  const markLength = mark?.length ?? 0;
  if (told !== 'single-bytes') return { decoder: createPieceDecoder(told), markLength };
  const label = declaredLabel(start) ?? 'utf-8';
  if (singleBytes.test(label)) {
    const decoder = tryDecoder(label);
    return decoder === null ? null : { decoder, markLength };
  }
  // A declaration of UTF-16 in a file of single bytes is what writers of strings leave behind.
  const isUnicode = /^utf-?(?:8|16(?:le|be)?)$/.test(label);
  return isUnicode ? { decoder: createPieceDecoder('utf-8'), markLength } : null;
}

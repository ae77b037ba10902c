import { SaxesParser } from 'saxes';

import type { ImportProblem, ImportRule } from '#core/domain/import-report.ts';
import { joinBytes } from '../decode-pieces.ts';
import type { ReadOptions, SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { createXmlDecoder, declarationBytes } from './xml-encoding.ts';

/** What stands in an XML file, in its order. Names are as written, with their prefix. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      /** 1-based line on which the tag ends. */
      readonly line: number;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ImportProblem };

export type XmlOptions = Pick<ReadOptions, 'encoding' | 'limits'>;

/** Characters that one tag, text or comment may have, in documents of the greatest length. */
const longestToken = 8;
/** Characters that the parser is given at once: what it found is handed on in between. */
const portion = 2 ** 16;

/** The text of an input in portions; null first where it is no text that can be read. */
function* readText(input: SourceInput, options: XmlOptions): Generator<string | null, boolean> {
  let start: Uint8Array | null = new Uint8Array(0);
  let begun: ReturnType<typeof createXmlDecoder> = null;
  for (const piece of input.pieces()) {
    let bytes = piece;
    if (start !== null) {
      bytes = joinBytes(start, piece);
      if (bytes.length < declarationBytes && bytes.length < input.byteCount) {
        start = bytes.slice();
        continue;
      }
      start = null;
      begun = createXmlDecoder(bytes, options.encoding);
      if (begun === null) yield null;
      bytes = bytes.subarray(begun?.markLength ?? 0);
    }
    yield begun?.decoder.decode(bytes) ?? null;
  }
  if (start !== null) {
    begun = createXmlDecoder(start, options.encoding);
    yield begun?.decoder.decode(start.subarray(begun.markLength)) ?? null;
  }
  yield begun?.decoder.finish() ?? null;
  return begun?.decoder.replaced ?? false;
}

/**
 * The tags and texts of an XML 1.0 or 1.1 file, read from its pieces. Never throws: what is not
 * well formed is read as far as it can be told, with one problem for all of it. No document type is
 * followed: a file that declares entities is left out from there, as is one that nests deeper or
 * holds a longer tag or text than the limits allow.
 */
export function* readXml(input: SourceInput, options: XmlOptions): Generator<XmlEvent> {
  const { limits } = options;
  const parser = new SaxesParser();
  let events: XmlEvent[] = [];
  let depth = 0;
  let sinceEvent = 0;
  let isStopped = false;
  let faults = { count: 0, line: 1, what: '' };

  const tell = (rule: ImportRule, action: ImportProblem['action'], line: number, detail: string) =>
    events.push({
      kind: 'problem',
      problem: { file: nameInput(input), line: Math.max(1, line), rule, action, detail },
    });
  const stop = (rule: ImportRule, detail: string) => {
    if (isStopped) return;
    isStopped = true;
    tell(rule, 'left-out', parser.line, detail);
  };
  const push = (event: XmlEvent) => {
    if (!isStopped) events.push(event);
  };

  parser.on('error', ({ message }) => {
    if (isStopped) return;
    if (faults.count === 0) {
      // Some messages go on with a name from the file, which may be a patient's.
      const what = message.replace(/^\d+:\d+: /, '').replace(/[:.].*$/s, '');
      faults = { count: 0, line: parser.line, what };
    }
    faults.count++;
  });
  parser.on('doctype', (doctype) => {
    sinceEvent = 0;
    if (!/<!ENTITY/i.test(doctype)) return;
    stop('xml-entities', 'The file declares entities of its own, which are not expanded.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    depth++;
    if (depth > limits.depth) {
      stop('xml-too-deep', `Elements stand in more than ${limits.depth} others.`);
    }
    push({ kind: 'open', name, attributes, line: parser.line });
  });
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    depth--;
    push({ kind: 'close', name });
  });
  const onText = (text: string) => {
    sinceEvent = 0;
    push({ kind: 'text', text });
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('comment', () => (sinceEvent = 0));
  parser.on('processinginstruction', () => (sinceEvent = 0));

  const texts = readText(input, options);
  let next = texts.next();
  for (; next.done !== true && !isStopped; next = texts.next()) {
    const text = next.value;
    if (text === null) {
      const detail = 'The file is no text in an encoding that can be read.';
      stop('file-not-text', detail);
      break;
    }
    for (let at = 0; at < text.length && !isStopped; at += portion) {
      const part = text.slice(at, at + portion);
      sinceEvent += part.length;
      parser.write(part);
      if (sinceEvent > longestToken * limits.documentLength) {
        stop('document-too-long', 'One tag or text goes on for longer than a document may be.');
      }
      yield* events;
      events = [];
    }
  }
  if (!isStopped) parser.close();
  if (faults.count > 0) {
    const more = faults.count > 1 ? `, and ${faults.count - 1} more after it` : '';
    const detail = `The file is not well-formed XML (${faults.what}${more}); it was read as far as it can be told.`;
    tell('xml-malformed', 'kept', faults.line, detail);
  }
  if (next.done === true && next.value) {
    const detail = 'Some bytes are not valid in the encoding of the file and became U+FFFD.';
    tell('file-invalid-bytes', 'repaired', 1, detail);
  }
  yield* events;
}

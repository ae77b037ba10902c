import type { ImportProblem } from '#core/domain/import-report.ts';
import { createPieceDecoder, joinBytes } from './decode-pieces.ts';
import { guessFromSample, markOf, sampleBytes, Utf8Census } from './guess-encoding.ts';
import {
  type ForeignFormat,
  recogniseFormat,
  recognisedHead,
  recognisedTail,
} from './recognise-format.ts';
import { countLineFeeds, createLineEndings } from './split-lines.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What must be known of the whole of a file before its first character can be read. */
export interface ExaminedText {
  /** Null when the file is no text. */
  readonly encoding: TextEncoding | null;
  /** Bytes of the byte order mark; 0 without one. */
  readonly markLength: number;
  /** In UTF-16 units, with line endings as LF. */
  readonly textLength: number;
  /** What the text is written in when it is not plain text. */
  readonly format: ForeignFormat | null;
  /** At most one per rule; empty for a clean file in Unicode or in the encoding given. */
  readonly problems: readonly ImportProblem[];
}

/** The first pass over a file that comes in pieces. */
export interface TextExaminer {
  /** The bytes may be overwritten afterwards. */
  add(piece: Uint8Array): void;
  finish(): ExaminedText;
}

/** Measures a text of one encoding: its length, where bytes were first replaced, what its ends say. */
function createTextMeasure(encoding: TextEncoding, onText: (text: string) => void) {
  const decoder = createPieceDecoder(encoding);
  const endings = createLineEndings();
  let decodedLength = 0;
  let textLength = 0;
  let line = 1;
  let found = false;
  let head = '';
  let tail = '';

  function measure(decoded: string): void {
    decodedLength += decoded.length;
    measureLines(endings.push(decoded));
  }
  /** Counts lines up to the first U+FFFD. */
  function measureLines(text: string): void {
    textLength += text.length;
    if (head.length < recognisedHead) head += text.slice(0, recognisedHead - head.length);
    tail = (tail + text.slice(-recognisedTail)).slice(-recognisedTail);
    onText(text);
    if (found) return;
    const at = text.indexOf('\ufffd');
    found = at !== -1;
    line += countLineFeeds(text, 0, found ? at : text.length);
  }

  return {
    add: (piece: Uint8Array) => {
      measure(decoder.decode(piece));
    },
    finish: () => {
      measure(decoder.finish());
      measureLines(endings.finish());
      const carriageReturns = decodedLength - textLength;
      const replacedLine = decoder.replaced ? line : null;
      return { textLength, carriageReturns, replacedLine, format: recogniseFormat(head, tail) };
    },
  };
}

/** What the start of a file decides, and what remains to be seen of the rest. */
function judgeStart(start: Uint8Array, givenEncoding: TextEncoding | undefined) {
  const mark = markOf(start);
  const told = mark?.encoding ?? givenEncoding ?? guessFromSample(start.subarray(0, sampleBytes));
  const isOpen = told === 'single-bytes';
  return {
    markLength: mark?.length ?? 0,
    encoding: isOpen ? 'utf-8' : told,
    census: isOpen ? new Utf8Census() : null,
  };
}

function invalidBytes(file: string, line: number, encoding: TextEncoding): ImportProblem {
  const detail = `Some bytes, the first on this line, are not valid ${encoding} and were replaced by U+FFFD.`;
  return { file, line, rule: 'file-invalid-bytes', action: 'repaired', detail };
}

/**
 * Decides how a file is to be read. The encoding, unless given: a byte order mark; else UTF-16 by
 * where its zero bytes are; else UTF-8 when valid, or when broken bytes are rarer than sound
 * accents; else Windows-1252, which is reported. Never throws.
 */
export function createTextExaminer(
  file: string,
  givenEncoding?: TextEncoding,
  /** Given all text in order, with line endings as LF; letters may be wrong where UTF-8 was guessed. */
  onText: (text: string) => void = () => undefined,
): TextExaminer {
  let start: Uint8Array = new Uint8Array(0);
  let byteCount = 0;
  let judged: ReturnType<typeof judgeStart> | null = null;
  let measure: ReturnType<typeof createTextMeasure> | null = null;

  function measureBytes(bytes: Uint8Array): void {
    judged?.census?.add(bytes);
    measure?.add(bytes);
  }
  function judge(bytes: Uint8Array): ReturnType<typeof judgeStart> {
    const judgement = judgeStart(bytes, givenEncoding);
    judged = judgement;
    if (judgement.encoding !== null) measure = createTextMeasure(judgement.encoding, onText);
    measureBytes(bytes.subarray(judgement.markLength));
    return judgement;
  }

  return {
    add(piece) {
      byteCount += piece.length;
      if (judged !== null) {
        measureBytes(piece);
        return;
      }
      const bytes = joinBytes(start, piece);
      const isEnough = bytes.length >= sampleBytes;
      if (isEnough) judge(bytes);
      start = isEnough ? new Uint8Array(0) : bytes.slice();
    },
    finish() {
      const { encoding, markLength, census } = judged ?? judge(start);
      if (encoding === null || measure === null) {
        const detail = 'The file holds binary data: save it as plain text or CSV first.';
        const rule = 'file-not-text';
        const problem = { file, line: 1, rule, action: 'left-out', detail } as const;
        return { encoding: null, markLength, textLength: 0, format: null, problems: [problem] };
      }
      const { textLength, carriageReturns, replacedLine, format } = measure.finish();
      if (census === null || census.isUtf8()) {
        const problems = replacedLine === null ? [] : [invalidBytes(file, replacedLine, encoding)];
        return { encoding, markLength, textLength, format, problems };
      }
      const detail =
        'The bytes are not valid UTF-8 and were read as Windows-1252; "encoding" in the plan names another.';
      const rule = 'file-encoding-guessed';
      const problem = { file, line: 1, rule, action: 'kept', detail } as const;
      return {
        encoding: 'windows-1252',
        markLength,
        textLength: byteCount - carriageReturns,
        format,
        problems: [problem],
      };
    },
  };
}

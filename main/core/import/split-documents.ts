/** One line, one block between blank lines or the whole of a file. */
export interface TextUnit {
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Without its last line break; null when it is longer than allowed. */
  readonly text: string | null;
}

/** Cuts a text with LF line endings that comes in pieces. */
export interface UnitSplitter {
  push(text: string): TextUnit[];
  finish(): TextUnit[];
}

/** Gathers one unit; of one that becomes too long nothing is held. */
function createGathering(longest: number) {
  let parts: string[] = [];
  let length = 0;
  return {
    add(part: string): void {
      length += part.length;
      if (length <= longest) parts.push(part);
      else parts = [];
    },
    spoil(): void {
      length = Infinity;
      parts = [];
    },
    take(): string | null {
      const text = length > longest ? null : parts.length === 1 ? parts[0] : parts.join('');
      parts = [];
      length = 0;
      return text;
    },
  };
}

function createLineSplitter(longest: number): UnitSplitter {
  const gathered = createGathering(longest);
  let line = 1;
  return {
    push(text) {
      const texts = text.split('\n');
      gathered.add(texts[0]);
      return texts.slice(1).map((next) => {
        const unit = { line: line++, text: gathered.take() };
        gathered.add(next);
        return unit;
      });
    },
    finish() {
      const text = gathered.take();
      return text === '' ? [] : [{ line, text }];
    },
  };
}

function createBlockSplitter(longest: number): UnitSplitter {
  const lines = createLineSplitter(longest);
  const gathered = createGathering(longest);
  let begin: number | null = null;

  function close(): TextUnit[] {
    if (begin === null) return [];
    const unit = { line: begin, text: gathered.take() };
    begin = null;
    return [unit];
  }
  function addLine({ line, text }: TextUnit): TextUnit[] {
    if (text?.trim() === '') return close();
    if (begin !== null) gathered.add('\n');
    begin ??= line;
    if (text === null) gathered.spoil();
    else gathered.add(text);
    return [];
  }

  return {
    push: (text) => lines.push(text).flatMap(addLine),
    finish: () => [...lines.finish().flatMap(addLine), ...close()],
  };
}

function createFileSplitter(longest: number, textLength: number): UnitSplitter {
  const gathered = createGathering(longest);
  if (textLength > longest) gathered.spoil();
  return {
    push(text) {
      gathered.add(text);
      return [];
    },
    finish() {
      const text = gathered.take();
      return [{ line: 1, text: text?.endsWith('\n') === true ? text.slice(0, -1) : text }];
    },
  };
}

/** By what a document is; each is given how many characters one may have and all text has. */
export const unitSplitters = {
  file: createFileSplitter,
  line: createLineSplitter,
  block: createBlockSplitter,
} as const satisfies Record<string, (longest: number, textLength: number) => UnitSplitter>;

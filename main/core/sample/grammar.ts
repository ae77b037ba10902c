import { AnamnesisError } from '#core/base/error.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import type { EntitySpan } from '#core/domain/text.ts';

/** Slot name → the templates that may fill it. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** How a language writes what is not a word. */
interface Notation {
  readonly decimalMark: ',' | '.';
  writeDate(year: number, month: number, day: number): string;
}

export interface Grammar {
  readonly lexicon: Lexicon;
  readonly notation: Notation;
}

/** A text with its entities; offsets count UTF-16 units. */
export interface MarkedText {
  readonly text: string;
  readonly entities: readonly EntitySpan[];
}

const slotPattern = /^[a-z][A-Za-z0-9]*$/;
const rangePattern = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/;

function malformed(template: string, position: number): AnamnesisError {
  return new AnamnesisError('program.fault', {
    expected: 'a well-formed template',
    found: `a mistake at position ${position} of "${template}"`,
    remedy: 'Report this with the command that led to it.',
  });
}

/** Picks one of the items; all are equally likely. */
export function pick<Item>(random: RandomStream, items: readonly Item[]): Item {
  return items[random.integer(items.length)];
}

/**
 * Writes one sentence of a template:
 * `[a|b|]` one of the alternatives, `{slot}` one of the lexicon's templates, `{3-12}` a whole
 * number, `{1.5-4.5}` a number with as many decimals, `{date}` a date, `<DISO:…>` an entity. All
 * nest; an entity inside an entity belongs to the outer one, as flat annotation wants it.
 */
export function expand(template: string, grammar: Grammar, random: RandomStream): MarkedText {
  const entities: EntitySpan[] = [];
  let text = '';
  let entityDepth = 0;
  const usedBySlot = new Map<string, Set<string>>();

  /** Prefers what the sentence does not hold yet: nobody takes the same drug twice. */
  function pickFresh(slot: string): string {
    const used = usedBySlot.get(slot) ?? new Set();
    usedBySlot.set(slot, used);
    let chosen = pick(random, grammar.lexicon[slot]);
    for (let attempt = 0; attempt < 3 && used.has(chosen); attempt++) {
      chosen = pick(random, grammar.lexicon[slot]);
    }
    used.add(chosen);
    return chosen;
  }

  function writeNumber(low: string, high: string): void {
    const decimals = low.includes('.') ? low.length - low.indexOf('.') - 1 : 0;
    const scale = 10 ** decimals;
    const first = Math.round(Number(low) * scale);
    const value = first + random.integer(Math.round(Number(high) * scale) - first + 1);
    text += (value / scale).toFixed(decimals).replace('.', grammar.notation.decimalMark);
  }

  function writeSlot(name: string, source: string, position: number): void {
    const range = rangePattern.exec(name);
    if (range !== null) {
      writeNumber(range[1], range[2]);
    } else if (name === 'date') {
      const { notation } = grammar;
      text += notation.writeDate(
        2018 + random.integer(7),
        1 + random.integer(12),
        1 + random.integer(28),
      );
    } else {
      if (!slotPattern.test(name) || !Object.hasOwn(grammar.lexicon, name)) {
        throw malformed(source, position);
      }
      write(pickFresh(name));
    }
  }

  function write(source: string): void {
    let position = 0;
    while (position < source.length) {
      const character = source[position];
      if (character === '[' || character === '{' || character === '<') {
        const end = findEnd(source, position);
        const inside = source.slice(position + 1, end);
        if (character === '[') write(pick(random, splitAlternatives(inside)));
        else if (character === '{') writeSlot(inside, source, position);
        else writeEntity(inside, source, position);
        position = end + 1;
      } else {
        text += character;
        position++;
      }
    }
  }

  function writeEntity(inside: string, source: string, position: number): void {
    const colon = inside.indexOf(':');
    if (colon < 1) throw malformed(source, position);
    const start = text.length;
    entityDepth++;
    write(inside.slice(colon + 1));
    entityDepth--;
    if (entityDepth === 0) entities.push({ start, end: text.length, type: inside.slice(0, colon) });
  }

  write(template);
  return { text, entities };
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>' };

/** Position of the bracket that closes the one at `start`. */
function findEnd(source: string, start: number): number {
  const open: string[] = [];
  for (let position = start; position < source.length; position++) {
    const character = source[position];
    if (character in closing) open.push(closing[character]);
    else if (character === open.at(-1)) {
      open.pop();
      if (open.length === 0) return position;
    }
  }
  throw malformed(source, start);
}

/** Splits at the bars that are not inside a deeper bracket. */
function splitAlternatives(inside: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of inside) {
    if (character in closing) depth++;
    else if (character === ']' || character === '}' || character === '>') depth--;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

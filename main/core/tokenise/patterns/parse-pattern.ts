/** A pattern as far as it matters to how it is tried; what its characters are does not. */
export type PatternNode =
  /** One character of whatever kind. */
  | { readonly kind: 'character' }
  /** `^`, `$`, `\b`: no character, but may fail. */
  | { readonly kind: 'place' }
  /** Looks ahead or behind, for something or for its absence. */
  | { readonly kind: 'look'; readonly inside: PatternNode }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  /** `most` is Infinity where nothing bounds it. */
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      readonly most: number;
    };

const look = /\(\?<?[=!]/y;
const group = /\((?:\?(?:[a-z-]*:|<[^>]*>))?/y;
const place = /[$^]|\\[bB]/y;
const reference = /\\(?:k|[1-9])/y;
const escape = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])/uy;
const characterClass = /\[(?:[^\]\\]|\\[\s\S])*\]/uy;
const plain = /[^()|[\]{}*+?]/uy;
const quantifier = /(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/y;

class Unreadable extends Error {}

/**
 * Reads the source of a pattern that was compiled with the flag u, so that its syntax is sound. Null
 * for one that refers back to what it matched: nothing can be said of the time that takes.
 */
export function parsePattern(source: string): PatternNode | null {
  const parser = new PatternParser(source);
  try {
    return parser.parse();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class PatternParser {
  readonly #source: string;
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): PatternNode {
    const pattern = this.#choice();
    if (this.#position < this.#source.length) throw new Unreadable();
    return pattern;
  }

  #choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#source[this.#position] === '|') {
      this.#position++;
      options.push(this.#sequence());
    }
    return options.length === 1 ? options[0] : { kind: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#position < this.#source.length && !/[|)]/.test(this.#source[this.#position])) {
      parts.push(this.#repeated(this.#item()));
    }
    return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
  }

  #item(): PatternNode {
    if (this.#take(look) !== null) return { kind: 'look', inside: this.#inside() };
    if (this.#take(group) !== null) return this.#inside();
    if (this.#take(place) !== null) return { kind: 'place' };
    if (this.#take(reference) !== null) throw new Unreadable();
    for (const character of [escape, characterClass, plain]) {
      if (this.#take(character) !== null) return { kind: 'character' };
    }
    throw new Unreadable();
  }

  #inside(): PatternNode {
    const inside = this.#choice();
    if (this.#source[this.#position] !== ')') throw new Unreadable();
    this.#position++;
    return inside;
  }

  #repeated(part: PatternNode): PatternNode {
    const match = this.#take(quantifier);
    if (match === null) return part;
    const [sign, exactly, comma, atMost] = match as (string | undefined)[];
    if (exactly === undefined) {
      const least = sign?.startsWith('+') === true ? 1 : 0;
      return { kind: 'repeat', part, least, most: sign?.startsWith('?') === true ? 1 : Infinity };
    }
    const least = Number(exactly);
    if (comma === undefined) return { kind: 'repeat', part, least, most: least };
    return { kind: 'repeat', part, least, most: atMost ? Number(atMost) : Infinity };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#position = pattern.lastIndex;
    return match;
  }
}

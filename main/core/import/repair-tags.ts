import type { ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** A word with its tag as the file has it. */
export interface TaggedWord {
  /** 1-based line of the file. */
  readonly line: number;
  readonly word: string;
  readonly tag: string;
}

/** IOBES and BILOU name single words and last words of an entity; in IOB2 they are B- and I-. */
const iob2Prefix: Readonly<Record<string, 'B' | 'I'>> = {
  B: 'B',
  I: 'I',
  S: 'B',
  U: 'B',
  E: 'I',
  L: 'I',
};

/** What is known about a whole file, and decides how its tags are to be read. */
export interface TagScheme {
  /** Entities begin with I-; B- only separates neighbours of one type (Ramshaw and Marcus 1995). */
  readonly isIob1: boolean;
  /** S-, E-, L- or U- occur. */
  readonly hasSingleAndLast: boolean;
  /** The first line whose tag is a prefix without a type; null where none is. */
  readonly bareLine?: number | null;
  /** Whether 0 was taken for O to find the tags at all. */
  readonly readsZero?: boolean;
}

/** The type of an entity whose tags name none, as seqeval calls it. */
const untyped = '_';

const bareTag = /^[BIESLU]-?$/i;

/** Types reach tables and reports, where no text of a note may be: one longer than a name is none. */
function splitTag(tag: string): { prefix: string; type: string } | null {
  if (bareTag.test(tag)) return { prefix: tag[0].toUpperCase(), type: untyped };
  const match = /^([BIESLU])-(\S{1,100})$/i.exec(tag) as [string, string, string] | null;
  return match === null ? null : { prefix: match[1].toUpperCase(), type: match[2] };
}

/**
 * Finds the scheme of a file. It is IOB1 when entities begin with I-, and each B- follows a word of
 * an entity of its own type, which in IOB2 is the exception.
 */
export function detectTagScheme(
  sentences: Iterable<readonly { readonly tag: string; readonly line: number }[]>,
): TagScheme & { readonly bareLine: number | null } {
  let bareLine: number | null = null;
  let hasSingleAndLast = false;
  let orphans = 0;
  let separating = 0;
  let beginning = 0;
  for (const sentence of sentences) {
    let previousType: string | null = null;
    for (const { tag, line } of sentence) {
      if (bareTag.test(tag)) bareLine ??= line;
      const parts = splitTag(tag);
      if (parts !== null) {
        if (parts.prefix !== 'B' && parts.prefix !== 'I') hasSingleAndLast = true;
        const continues = parts.type === previousType;
        if (parts.prefix === 'I' && !continues) orphans++;
        if (parts.prefix === 'B') {
          if (continues) separating++;
          else beginning++;
        }
      }
      previousType = parts?.type ?? null;
    }
  }
  const isIob1 = !hasSingleAndLast && orphans > 0 && beginning === 0 && separating <= orphans;
  return { isIob1, hasSingleAndLast, bareLine };
}

/**
 * Makes the tags of one sentence valid IOB2 and says what was changed. In a file that is IOB1 as a
 * whole an I- at the start of an entity is no mistake, and not reported word by word.
 */
export function repairTags(
  words: readonly TaggedWord[],
  scheme: TagScheme,
  file: string,
): { tags: string[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  let previousType: string | null = null;

  function report(line: number, rule: ImportRule, detail: string): void {
    problems.push({ file, line, rule, action: 'repaired', detail });
  }

  function repairTag({ line, tag }: TaggedWord): string {
    if (tag === 'O') return 'O';
    if (tag === '') {
      report(line, 'bio-tag-empty', 'The tag is empty and was read as O.');
      return 'O';
    }
    if (tag === 'o') {
      report(line, 'bio-tag-lower-case', 'The tag is a lower-case o and was read as O.');
      return 'O';
    }
    if (tag === '0' && scheme.readsZero) {
      report(line, 'bio-tag-zero', 'The tag is the digit 0 and was read as O.');
      return 'O';
    }
    const parts = splitTag(tag);
    if (parts === null) {
      report(
        line,
        'bio-tag-unknown',
        'The tag is not of the form O, B-type or I-type, the type a name of at most 100 characters.',
      );
      return 'O';
    }
    if (!tag.startsWith(parts.prefix)) {
      report(line, 'bio-tag-lower-case', 'The prefix of the tag is in lower case.');
    }
    const prefix = iob2Prefix[parts.prefix];
    if (prefix === 'B' || parts.type === previousType) return `${prefix}-${parts.type}`;
    if (!scheme.isIob1) {
      const detail = 'I- continues no entity of its type and was read as B-.';
      report(line, 'bio-tag-orphan', detail);
    }
    return `B-${parts.type}`;
  }

  const tags = words.map((word) => {
    const tag = repairTag(word);
    previousType = tag === 'O' ? null : tag.slice(2);
    return tag;
  });
  return { tags, problems };
}

import type { BratLine } from '#core/domain/carried-brat.ts';
import type { ProblemList } from './problem-list.ts';

/** "A1<TAB>Negation T1" or "A2<TAB>Certainty T1 high"; M is the older letter. */
const attributeLine = /^([AM]\S*)\t(\S+)[ \t]+(\S+)(?:[ \t](.*))?$/;

type AttributeLine = Exclude<BratLine, string | { readonly span: string }>;

/** The attributes of spans: their values by the span's id, and the lines that say so. */
export interface BratAttributes {
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By 1-based number. */
  readonly lines: ReadonlyMap<number, AttributeLine>;
}

/**
 * Reads what an .ann file says of its spans; an attribute without a value is "true". What is said
 * of events and relations stays a line, as does a second value of one attribute, which is told.
 */
export function readBratAttributes(
  lines: readonly string[],
  spanIds: ReadonlySet<string | null>,
  problems: ProblemList,
): BratAttributes {
  const values = new Map<string, Map<string, string>>();
  const found = new Map<number, AttributeLine>();
  for (const [index, line] of lines.entries()) {
    const match = attributeLine.exec(line) as
      [string, string, string, string, string | undefined] | null;
    if (match === null || !spanIds.has(match[3])) continue;
    const [, attribute, name, of, value] = match;
    const ofSpan = values.get(of) ?? new Map<string, string>();
    values.set(of, ofSpan);
    if (ofSpan.has(name)) {
      const detail = 'The annotation has this attribute already; the first value counts.';
      problems.tell(index + 1, 'brat-attribute-repeated', 'kept', detail);
      continue;
    }
    ofSpan.set(name, value ?? 'true');
    found.set(index + 1, { attribute, of, name, isFlag: value === undefined });
  }
  return { values, lines: found };
}

import type { ImportRule } from '#core/domain/import-report.ts';
import type { OffsetMap } from '#core/domain/offset-units.ts';
import type { Span } from '#core/domain/text.ts';
import { placeBratFragments } from '../place-brat-entity.ts';
import type { OffsetClaim } from './infer-offset-unit.ts';
import type { ProblemList } from './problem-list.ts';

/** The rules of brat, whose way of placing is that of all formats, under names of all formats. */
const rules: Partial<Record<ImportRule, ImportRule>> = {
  'brat-offset-moved': 'span-offset-moved',
  'brat-offset-unmatched': 'span-offset-unmatched',
  'brat-quote-form': 'span-quote-form',
};

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/** Whether a quote is the text at its place but for blanks that its tool left out. */
function isQuoteWithoutBlanks(text: string, span: Span, quote: string): boolean {
  if (!(span.start < span.end) || span.end - span.start > 4 * quote.length + 16) return false;
  return withoutBlanks(text.slice(span.start, span.end)) === withoutBlanks(quote);
}

/**
 * Where in the text an annotation is; null where it is nowhere. What does not fit as it is gets
 * told, with the line.
 */
export function placeSpan(
  text: string,
  { start, end, quote }: OffsetClaim,
  { toText }: OffsetMap,
  told: { readonly problems: ProblemList; readonly line: number; readonly type: string },
): Span | null {
  const { problems, line, type } = told;
  const span = { start: toText(start), end: toText(end) };
  if (quote !== null && text.slice(span.start, span.end) === quote && quote !== '') return span;
  const quotedText = quote === null || quote.trim() === '' ? null : quote;
  if (quotedText === null) {
    if (span.start < span.end) return span;
    const detail = 'The offsets of the mention lie outside of the text, or hold nothing.';
    problems.tell(line, 'span-offset-unmatched', 'left-out', detail, type);
    return null;
  }
  const placed = placeBratFragments(text, { fragments: [{ start, end }], quotedText }, toText);
  if (placed.fragments === null && isQuoteWithoutBlanks(text, span, quotedText)) {
    const detail = 'The text that the mention quotes lacks blanks that the document has.';
    problems.tell(line, 'span-quote-form', 'kept', detail, type);
    return span;
  }
  const { fragments, problem } = placed;
  if (problem !== null) {
    const rule = rules[problem.rule] ?? problem.rule;
    problems.tell(line, rule, problem.action, problem.detail.replace('entity', 'mention'), type);
  }
  return fragments?.[0] ?? null;
}

import { cutLongSentence, defaultMaxWords } from '#core/domain/cut-long-sentence.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { AnnotatedDocument, EntitySpan, Span, TaggedSentence } from '#core/domain/text.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords } from './split-words.ts';
import { tagWords, type TaggingOutcome } from './tag-words.ts';

/** What the user is told about an entity; an exact one needs no words. */
const reports = {
  exact: null,
  widened: {
    rule: 'entity-widened',
    action: 'repaired',
    detail: 'The entity starts or ends inside a word and was widened to whole words.',
  },
  'same-word': {
    rule: 'entity-same-word',
    action: 'left-out',
    detail: 'An earlier entity has the word that this entity is in.',
  },
  'without-word': {
    rule: 'entity-without-word',
    action: 'left-out',
    detail: 'The entity covers no word.',
  },
} as const satisfies Record<
  TaggingOutcome,
  Pick<ImportProblem, 'rule' | 'action' | 'detail'> | null
>;

/** The same spans counted from `origin`. */
function shift<T extends Span>(spans: readonly T[], origin: number): T[] {
  return spans.map((span) => ({ ...span, start: span.start - origin, end: span.end - origin }));
}

function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset;) {
      line++;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
    return line;
  };
}

/** A stretch of words of a sentence as a sentence of its own; offsets count from its first word. */
function takeWords(
  sentence: { text: string; words: readonly Span[]; tags: readonly string[] },
  from: number,
  to: number,
): Omit<TaggedSentence, 'id' | 'groupId'> {
  const origin = from === 0 ? 0 : sentence.words[from].start;
  const end = to === sentence.words.length ? sentence.text.length : sentence.words[to - 1].end;
  return {
    text: sentence.text.slice(origin, end),
    words: shift(sentence.words.slice(from, to), origin),
    tags: sentence.tags.slice(from, to),
  };
}

/**
 * Splits a document into sentences with a valid IOB2 tag per word. Sentences are named "id#1",
 * "id#2", … and grouped by document; those of more than `maxWords` words are cut. Entities that do
 * not fall on word boundaries are repaired or left out by stated rules; the problems name the
 * file of the document and the line of its text.
 */
export function tagSentences(
  document: AnnotatedDocument,
  options: { readonly maxWords?: number } = {},
): ImportResult<TaggedSentence> {
  const { id, file = id, text, entities } = document;
  const maxWords = Math.max(1, options.maxWords ?? defaultMaxWords);
  const items: TaggedSentence[] = [];
  const problems: ImportProblem[] = [];
  const lineAt = createLineCounter(text);
  let next = 0;
  for (const span of splitSentences(text, entities)) {
    const sentenceLine = lineAt(span.start);
    const inside: EntitySpan[] = [];
    while (next < entities.length && entities[next].start < span.end) {
      inside.push(entities[next]);
      next++;
    }
    const sentenceText = text.slice(span.start, span.end);
    const words = splitWords(sentenceText);
    const { tags, outcomes } = tagWords(words, shift(inside, span.start));
    for (const [index, outcome] of outcomes.entries()) {
      const report = reports[outcome];
      const { start, type: label } = inside[index];
      const line = lineAt(start);
      if (report !== null) problems.push({ file, line, ...report, label });
    }
    if (words.length === 0) continue;
    // The point of "12.5" is glued to what follows and must not look like a full stop.
    const wordTexts = words.map(({ start, end }) =>
      sentenceText.slice(start, /\s/.test(sentenceText[end] ?? ' ') ? end : end + 1),
    );
    const starts = [0, ...cutLongSentence(wordTexts, tags, maxWords)];
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? words.length;
      const part = takeWords({ text: sentenceText, words, tags }, start, end);
      items.push({ id: `${id}#${items.length + 1}`, ...part, groupId: id });
    }
    if (starts.length > 1) {
      const detail = `A sentence of ${words.length} words was cut into ${starts.length}.`;
      const rule = 'sentence-split';
      problems.push({ file, line: sentenceLine, rule, action: 'repaired', detail });
    }
  }
  return { items, problems };
}

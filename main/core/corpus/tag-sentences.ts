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

/**
 * Splits a document into sentences with a valid IOB2 tag per word. Sentences are named "id#1",
 * "id#2", … and grouped by document. Entities that do not fall on word boundaries are repaired or
 * left out by stated rules; the problems name the document and the line of its text.
 */
export function tagSentences(document: AnnotatedDocument): ImportResult<TaggedSentence> {
  const { id, text, entities } = document;
  const items: TaggedSentence[] = [];
  const problems: ImportProblem[] = [];
  const lineAt = createLineCounter(text);
  let next = 0;
  for (const sentence of splitSentences(text, entities)) {
    const inside: EntitySpan[] = [];
    while (next < entities.length && entities[next].start < sentence.end) {
      inside.push(entities[next]);
      next++;
    }
    const sentenceText = text.slice(sentence.start, sentence.end);
    const words = splitWords(sentenceText);
    const { tags, outcomes } = tagWords(words, shift(inside, sentence.start));
    for (const [index, outcome] of outcomes.entries()) {
      const report = reports[outcome];
      const line = lineAt(inside[index].start);
      if (report !== null) problems.push({ file: id, line, ...report });
    }
    if (words.length === 0) continue;
    const number = items.length + 1;
    items.push({ id: `${id}#${number}`, text: sentenceText, words, tags, groupId: id });
  }
  return { items, problems };
}

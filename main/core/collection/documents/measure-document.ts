import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import { nameInput } from '#core/import/documents/name-input.ts';
import { recogniseLanguage } from '#core/corpus/recognise-language/recognise-language.ts';
import { splitSentences } from '#core/corpus/split-sentences.ts';
import { measureText } from '#core/corpus/statistics.ts';
import type { MeasuredDocument } from '#core/storage/documents.ts';

/** What is known of a document beside what its source says. */
export interface MeasuringContext {
  /** Of documents whose source names none; recognised where it is null. */
  readonly language: string | null;
  readonly problemsOf: (document: SourceDocument) => readonly ImportProblem[];
}

/** Counts words and sentences, and recognises the language where nobody gives it. */
export function measureDocument(
  document: SourceDocument,
  { language: given, problemsOf }: MeasuringContext,
): MeasuredDocument {
  const { text } = document;
  const named = document.language ?? given;
  const recognised = named === null ? recogniseLanguage(text) : null;
  return {
    ...document,
    language: named ?? recognised?.language ?? null,
    languageCertainty: recognised?.certainty ?? null,
    wordCount: measureText(text).words,
    sentenceCount: splitSentences(text).length,
    rules: [...new Set(problemsOf(document).map(({ rule }) => rule))],
  };
}

/**
 * A text as a file can hold it. JSON can name half of a character, which no encoding has; its
 * offsets stay, for what replaces it is as long.
 */
export function requireWholeCharacters(document: SourceDocument): {
  readonly document: SourceDocument;
  readonly problems: readonly ImportProblem[];
} {
  const { text, place } = document;
  if (text.isWellFormed()) return { document, problems: [] };
  const problem: ImportProblem = {
    file: nameInput({ name: place.file, part: place.part }),
    line: place.line ?? 1,
    rule: 'document-unpaired-surrogate',
    action: 'repaired',
    detail: 'The text holds half a character, which was replaced by U+FFFD.',
  };
  return { document: { ...document, text: text.toWellFormed() }, problems: [problem] };
}

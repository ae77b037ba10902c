import type { RandomStream } from '#core/base/random-stream.ts';
import type { AnnotatedDocument, EntitySpan } from '#core/domain/text.ts';
import { capitalise } from './corpora.ts';
import { expand, pick } from './grammar.ts';
import type { MarkedText } from './grammar.ts';
import type { LanguageMaterial } from './language.ts';
import { misspell } from './typos.ts';

const misspellingRate = 0.005;
/** Some templates offer little variation; a set that cannot be filled ends smaller. */
const attemptsPerSentence = 50;

/** Different sentences of patients' records with their entities. */
export function writeEntitySentences(
  material: LanguageMaterial,
  count: number,
  random: RandomStream,
): MarkedText[] {
  const sentences = new Map<string, MarkedText>();
  for (
    let attempt = 0;
    sentences.size < count && attempt < count * attemptsPerSentence;
    attempt++
  ) {
    const plain = expand(pick(random, material.clinical), material, random);
    const { text, entities } = misspell(plain, misspellingRate, random);
    const written = { text: capitalise(text), entities };
    if (!sentences.has(written.text)) sentences.set(written.text, written);
  }
  return [...sentences.values()];
}

/** Puts sentences together into case documents, a sentence per line. */
export function joinDocuments(
  sentences: readonly MarkedText[],
  sentencesPerDocument: number,
): AnnotatedDocument[] {
  const documents: AnnotatedDocument[] = [];
  for (let first = 0; first < sentences.length; first += sentencesPerDocument) {
    let text = '';
    const entities: EntitySpan[] = [];
    for (const sentence of sentences.slice(first, first + sentencesPerDocument)) {
      const shift = text.length;
      for (const { start, end, type } of sentence.entities) {
        entities.push({ start: start + shift, end: end + shift, type });
      }
      text += `${sentence.text}\n`;
    }
    documents.push({ id: `case-${String(documents.length + 1).padStart(3, '0')}`, text, entities });
  }
  return documents;
}

import { dropCopiedParagraphs } from '#core/corpus/near-duplicates/drop-copied-paragraphs.ts';
import { NearDuplicateIndex } from '#core/corpus/near-duplicates/near-duplicate-index.ts';
import type { DocumentCorpus, LeftOut } from './document-corpus.ts';

/** What the order of documents follows from. */
export interface DatedDocument {
  readonly number: number;
  readonly patient: string | null;
  readonly date: string | null;
}

/**
 * Documents that are thinned together: those of a patient in the order of their dates, undated ones
 * last, each other one by itself; in the order of the first of each.
 */
export function groupByPatient(documents: readonly DatedDocument[]): DatedDocument[][] {
  const groups = Map.groupBy(documents, ({ number, patient }) => patient ?? number);
  const dateOf = ({ date }: DatedDocument) => date ?? '~';
  return Array.from(groups.values(), (group) =>
    group.toSorted((one, other) => {
      if (dateOf(one) === dateOf(other)) return one.number - other.number;
      return dateOf(one) < dateOf(other) ? -1 : 1;
    }),
  );
}

interface Text {
  readonly id: string;
  readonly text: string;
}

const rule = { jaccard: 0.8, containment: null } as const;

/** Leaves out of texts, patient by patient, what was said before, and counts it. */
export class DocumentThinner {
  readonly #options: Pick<DocumentCorpus, 'copiedForward' | 'nearDuplicates'>;
  readonly #index = new NearDuplicateIndex({ rule });
  #leftOut = { copiedParagraphs: 0, copiedCharacters: 0, nearDuplicates: 0 };

  constructor(options: Pick<DocumentCorpus, 'copiedForward' | 'nearDuplicates'>) {
    this.#options = options;
  }

  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  /** What is left of the documents of one patient. Each that goes is like one that was kept. */
  thin<Document extends Text>(documents: readonly Document[]): Document[] {
    const kept = this.#options.copiedForward === 'drop' ? this.#dropCopied(documents) : documents;
    if (this.#options.nearDuplicates === 'keep') return [...kept];
    return kept.filter(({ id, text }) => {
      if (this.#index.query(text).length > 0) {
        this.#leftOut.nearDuplicates++;
        return false;
      }
      this.#index.add(id, text);
      return true;
    });
  }

  #dropCopied<Document extends Text>(documents: readonly Document[]): Document[] {
    const { texts, paragraphCount, characterCount } = dropCopiedParagraphs(
      documents.map(({ text }) => text),
    );
    this.#leftOut.copiedParagraphs += paragraphCount;
    this.#leftOut.copiedCharacters += characterCount;
    return documents.map((document, index) => ({ ...document, text: texts[index] }));
  }
}

import { createHash } from 'node:crypto';
import type { CorpusDocuments } from '#core/storage/corpus-documents.ts';

/** How many values are gathered before they are packed: a corpus may have a document a line. */
const first = 1024;

/** Gathers where the documents of a corpus end while its lines are made; 12 bytes per document. */
export class DocumentEnds {
  #lineCounts = new Uint32Array(first);
  #keys = new Float64Array(first);
  #count = 0;

  /** A document of which so many lines were kept. */
  add(document: { readonly text: string; readonly patient?: string | null }, lineCount: number) {
    if (this.#count === this.#keys.length) this.#grow();
    this.#lineCounts[this.#count] = lineCount;
    this.#keys[this.#count++] = keyOf(document);
  }

  documents(): CorpusDocuments {
    return {
      lineCounts: this.#lineCounts.slice(0, this.#count),
      keys: this.#keys.slice(0, this.#count),
    };
  }

  #grow(): void {
    const [lineCounts, keys] = [this.#lineCounts, this.#keys];
    this.#lineCounts = new Uint32Array(2 * lineCounts.length);
    this.#keys = new Float64Array(2 * keys.length);
    this.#lineCounts.set(lineCounts);
    this.#keys.set(keys);
  }
}

/** 48 bits of SHA-256: among ten million documents, two are taken for one with a probability of 16 %. */
function keyOf({ text, patient = null }: { text: string; patient?: string | null }): number {
  const hash = createHash('sha256').update(
    patient === null ? `text ${text}` : `patient ${patient}`,
  );
  return hash.digest().readUIntLE(0, 6);
}

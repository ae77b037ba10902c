import type { SourceDocument } from '#core/domain/document.ts';

/** Puts a document together from pieces of text; what becomes too long goes on in another one. */
export interface GrowingDocument {
  /** The document that is full, where this piece has no place in it. */
  add(piece: string, separator: string): SourceDocument[];
  finish(): SourceDocument[];
}

/** `describe` makes a document of a text; the second and later ones of a source are numbered. */
export function growDocument(
  longest: number,
  describe: (text: string, number: number) => SourceDocument,
): GrowingDocument {
  let parts: string[] = [];
  let length = 0;
  let number = 0;
  function take(): SourceDocument[] {
    if (parts.length === 0) return [];
    const document = describe(parts.join(''), ++number);
    parts = [];
    length = 0;
    return [document];
  }
  return {
    add(piece, separator) {
      const isFull = length > 0 && length + separator.length + piece.length > longest;
      const full = isFull ? take() : [];
      const text = length === 0 ? piece : `${separator}${piece}`;
      parts.push(text);
      length += text.length;
      return full;
    },
    finish: take,
  };
}

import type { Workspace } from '#core/storage/workspace.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import { createTermMarker } from '../worklist/mark-terms.ts';
import type { FindEvidence } from './omop-rows.ts';

/** Indicator terms in notes as people saw them marked: of the language of the note, else of the model. */
export function createEvidenceFinder(
  { documents }: Pick<Workspace, 'documents'>,
  { content }: ScreeningRelease,
  termsOf: (language: string) => readonly string[],
): FindEvidence {
  const markTerms = createTermMarker(termsOf);
  return ({ number }) => {
    if (number === null) return null;
    const { text, language } = documents.get(number);
    return { text, terms: markTerms(text, language ?? content.text.languages.at(0) ?? '') };
  };
}

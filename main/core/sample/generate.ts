import { RandomStream } from '#core/base/random-stream.ts';
import { writeLabelledNotes } from './classification.ts';
import { writeCorpus } from './corpora.ts';
import { dutchMaterial } from './dutch/material.ts';
import { joinDocuments, writeEntitySentences } from './entities.ts';
import {
  writeArrivalsCsv,
  writeBioColumns,
  writeBratAnnotations,
  writeNotesCsv,
} from './file-formats.ts';
import type { LanguageMaterial, SampleLanguage } from './language.ts';
import { romanianMaterial } from './romanian/material.ts';
import { spanishMaterial } from './spanish/material.ts';

/** `demo` is what the demo study runs on; `small` is enough to test with. */
export type SampleSize = 'demo' | 'small';

export interface SampleFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

interface SampleAmounts {
  /** UTF-16 units per language. */
  readonly generalLength: number;
  readonly clinicalLength: number;
  readonly noteCount: number;
  /** Of other patients, without labels. */
  readonly arrivalCount: number;
  /** Per language. */
  readonly sentenceCount: number;
}

const amounts: Record<SampleSize, SampleAmounts> = {
  demo: {
    generalLength: 60_000,
    clinicalLength: 90_000,
    noteCount: 240,
    arrivalCount: 60,
    sentenceCount: 400,
  },
  small: {
    generalLength: 6_000,
    clinicalLength: 9_000,
    noteCount: 60,
    arrivalCount: 10,
    sentenceCount: 60,
  },
};

const materials: Record<SampleLanguage, LanguageMaterial> = {
  nl: dutchMaterial,
  ro: romanianMaterial,
  es: spanishMaterial,
};
const sentencesPerDocument = 8;

/**
 * All files of the sample data except the plan. The same seed and size give the same bytes; each
 * file draws from a stream of its own, so that a change to one leaves the others as they are.
 */
export function generateSampleFiles(options: { seed: number; size: SampleSize }): SampleFile[] {
  const { generalLength, clinicalLength, noteCount, arrivalCount, sentenceCount } =
    amounts[options.size];
  const random = new RandomStream(options.seed, 'sample');
  const files: SampleFile[] = [];
  const labelled = new Set<string>();

  const notes = writeLabelledNotes(noteCount, random.child('notes/nl'));
  files.push({ path: 'notes/nl-hiv-test.csv', content: writeNotesCsv(notes) });

  const arrivals = writeLabelledNotes(arrivalCount, random.child('arrivals/nl'));
  files.push({ path: 'arrivals/nl.csv', content: writeArrivalsCsv(arrivals) });

  for (const language of ['ro', 'es'] as const) {
    const sentences = writeEntitySentences(
      materials[language],
      sentenceCount,
      random.child(`entities/${language}`),
    );
    for (const { text } of sentences) labelled.add(text);
    files.push({ path: `entities/${language}.tsv`, content: writeBioColumns(sentences) });
    for (const document of joinDocuments(sentences, sentencesPerDocument)) {
      const path = `entities/${language}-brat/${document.id}`;
      files.push({ path: `${path}.txt`, content: document.text });
      files.push({ path: `${path}.ann`, content: writeBratAnnotations(document) });
    }
  }

  for (const [language, material] of Object.entries(materials)) {
    for (const register of ['general', 'clinical'] as const) {
      const length = register === 'general' ? generalLength : clinicalLength;
      const content = writeCorpus(
        { material, register, length, excluded: labelled },
        random.child(`corpus/${language}/${register}`),
      );
      files.push({ path: `corpora/${language}-${register}.txt`, content });
    }
  }
  return files;
}

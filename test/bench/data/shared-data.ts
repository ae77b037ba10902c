import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { tagSentences } from '#core/corpus/tag-sentences.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { readLabelledCsv } from '#core/import/read-labelled-csv.ts';

/** Real texts beside the repository; none of them is part of the project. */
const folder = '../shared/data';
export const sharedFiles = {
  cantemist: `${folder}/cantemist/train`,
  nubes: `${folder}/nubes/nubes_negation_1838.csv`,
  clinicalCases: `${folder}/mlm/es_clinical_cases.txt`,
  encyclopaedia: `${folder}/mlm/es_wikipedia_covid.txt`,
  vocabulary: `${folder}/vocab/mbert/vocab.txt`,
} as const;

type SharedName = keyof typeof sharedFiles;

/** Says which of the named files are absent; null when all are there. */
export function findAbsent(names: readonly SharedName[]): string | null {
  const absent = names.map((name) => sharedFiles[name]).filter((path) => !existsSync(path));
  return absent.length === 0 ? null : `${absent.join(' and ')} absent`;
}

/** The sentences of CANTEMIST's training part, by our own import. */
export function readCantemistSentences(): TaggedSentence[] {
  const files = readdirSync(sharedFiles.cantemist)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(`${sharedFiles.cantemist}/${file}`) }));
  return readBrat(files).items.flatMap((document) => [...tagSentences(document).items]);
}

/** The rows of the NUBes sample, by our own import. */
export function readNubesNotes(): LabelledNote[] {
  return [
    ...readLabelledCsv(readFileSync(sharedFiles.nubes), 'nubes.csv', {
      columns: { text: 'text', label: 'label', id: 'note_id' },
    }).items,
  ];
}

export function readLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

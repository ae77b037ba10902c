/** What a format yields: unlabelled texts, notes with a class, or texts with entities. */
type ImportYield = 'text-documents' | 'labelled-notes' | 'entities';

interface ImportFormatDescription {
  /** One sentence for help texts. */
  readonly description: string;
  /** In lower case, with the dot; a file may be given with another extension if the format is named. */
  readonly extensions: readonly string[];
  readonly yields: readonly ImportYield[];
}

/** Every format that can be imported. */
export const importFormats = {
  text: {
    description: 'Plain text: one document per file, per line or per block between blank lines.',
    extensions: ['.txt'],
    yields: ['text-documents'],
  },
  csv: {
    description:
      'A table with a header, separated by commas, semicolons or tabs; columns are chosen by name.',
    extensions: ['.csv', '.tsv'],
    yields: ['text-documents', 'labelled-notes'],
  },
  brat: {
    description: "brat's standoff format: pairs of .txt and .ann files in a folder.",
    extensions: ['.txt', '.ann'],
    yields: ['entities'],
  },
  bio: {
    description:
      'Columns of the CoNLL family: a word and its BIO tag per line, blank lines between sentences.',
    extensions: ['.conll', '.conllu', '.bio', '.iob', '.iob2', '.tsv', '.txt'],
    yields: ['entities'],
  },
} as const satisfies Record<string, ImportFormatDescription>;

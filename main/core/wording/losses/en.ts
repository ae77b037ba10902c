import { createNumbers } from '../numbers.ts';

const { count, roughShare } = createNumbers('en');

/** What an import left out of the files of a corpus or a task, and what a plan leaves out itself. */
export const losses = {
  files: 'files',
  documents: 'documents',
  rows: 'rows',
  entities: 'entities',
  tags: 'tags of words in entities',
  words: 'words',
  leftOut: (unit: string, lost: number, total: number, byRule: string) =>
    `${count(lost)} of ${count(total)} ${unit} (${roughShare(lost / total)}) left out: ${byRule}.`,
  ruleAndCount: (rule: string, applied: number) => `${rule} ${count(applied)}`,
  nothingLeft: (labels: string) => `Nothing is left of ${labels}.`,
  leftOutOfEach: (shares: string) => `Left out of each: ${shares}.`,
  labelShare: (label: string, lost: number, all: number) =>
    `“${label}” ${count(lost)} of ${count(all)} (${roughShare(lost / all)})`,
  labelCount: (label: string, examples: number) => `“${label}” (${count(examples)})`,
  /** The first of many; `more` may be 0. */
  first: (parts: readonly string[], more: number) =>
    `${parts.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`,
  stayTogether: (documents: number, groups: number) =>
    `${count(documents)} documents stay together in ${count(groups)} groups, because some of each are nearly the same though not of one patient.`,
  byPlan: (key: 'labels' | 'types and labels' | 'minimumCount', labels: string) =>
    `Left out by ${key}, as the plan says: ${labels}.`,
  namedByPlan: (labels: readonly string[]) =>
    `The plan names ${labels.map((label) => `“${label}”`).join(', ')}, which the files do not have.`,
  moreAlike: (remarks: number) =>
    `${remarks} more remarks on labels that are alike: see import-problems.csv.`,
  noneInFiles: 'none in the files that the plan names',
  noneInPart: 'none in the part of the files that was looked at',
  firstProblem: (file: string, line: number, detail: string) =>
    `${file}, line ${line}: ${detail.replace(/\.$/, '')}`,
  labelledNotes: 'labelled notes',
  taggedSentences: 'tagged sentences',
  correctFiles: 'Correct the files, or the columns that the plan names.',
  taskPlace: (task: string) => `task ${task}`,
  corpusPlace: (corpus: string) => `corpus ${corpus}`,
  text: 'text',
  nothingAfterCleaning: (documents: number) =>
    `${documents} documents of which nothing was left after cleaning`,
  fittingNothingAfterCleaning: (documents: number) =>
    `${documents} documents of the collection that fit, of which nothing was left after cleaning`,
  filesNothingAfterCleaning: (files: number) =>
    `${files} files of which nothing was left after cleaning`,
  lookAtFiles: 'Look at the files, their format and the column that the plan names.',
  widenWhere: 'Widen what the plan names with "where", or look at the collection.',
  plainText: 'Look at the files: they must be plain text.',
  fittingDocuments: 'documents of the collection that fit "where"',
  noDocuments: 'none',
};

export type LossesWording = typeof losses;

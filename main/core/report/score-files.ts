import type { TaskJudgement } from '#core/evaluation/judgement/task-judgement.ts';
import { checkFiguresScript } from './check-figures-script.ts';
import type { FoldScores } from './fold-scores.ts';
import { writeEntitySpansCsv } from './write-entity-spans-csv.ts';
import { writeFiguresCsv } from './write-figures-csv.ts';
import { writeLabelScoresCsv } from './write-label-scores-csv.ts';
import { writeNoteScoresCsv } from './write-note-scores-csv.ts';

/**
 * The files from which every figure of a study can be derived without this program, each with its
 * writer. They hold ids of notes and patients, and no text.
 */
export const scoreFiles = {
  'note-scores.csv': writeNoteScoresCsv,
  'label-scores.csv': writeLabelScoresCsv,
  'entity-spans.csv': writeEntitySpansCsv,
  'figures.csv': writeFiguresCsv,
  'check_figures.py': () => checkFiguresScript,
} as const satisfies Record<
  string,
  (scores: readonly FoldScores[], judgements?: readonly TaskJudgement[]) => string
>;

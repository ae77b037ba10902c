import { firstSchema } from './001-first-schema.ts';
import { enginesAndFailures } from './002-engines-and-failures.ts';
import { trainingStates } from './003-training-states.ts';
import { studyQueue } from './004-study-queue.ts';
import { documents } from './005-documents.ts';
import { foldPredictions } from './006-fold-predictions.ts';
import { contaminations } from './007-contaminations.ts';
import { persons } from './008-persons.ts';
import { corpusDocuments } from './009-corpus-documents.ts';
import { annotationProjects } from './010-annotation.ts';
import { judgements } from './011-judgements.ts';
import { headerGeneration } from './012-header-generation.ts';
import { runChoices } from './013-run-choices.ts';
import { labelChecks } from './014-label-checks.ts';
import { insights } from './015-insights.ts';
import { lastTests } from './016-last-tests.ts';
import { screening } from './017-screening.ts';
import { screeningWatch } from './018-screening-watch.ts';
import type { Migration } from './migration.ts';

/** In order; the version of each is its place in the list, counted from 1. */
export const allMigrations: readonly Migration[] = [
  firstSchema,
  enginesAndFailures,
  trainingStates,
  studyQueue,
  documents,
  foldPredictions,
  contaminations,
  persons,
  corpusDocuments,
  annotationProjects,
  judgements,
  headerGeneration,
  runChoices,
  labelChecks,
  insights,
  lastTests,
  screening,
  screeningWatch,
];

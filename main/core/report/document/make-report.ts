import type { Language } from '#core/wording/language.ts';
import { wordsOf } from '../report-words.ts';
import { showTitles } from '../show-titles.ts';
import type { StudyResults } from '../study-results.ts';
import { showChecklist } from './checklist-section.ts';
import { showComparisons } from './comparison-section.ts';
import { tellFindings } from './findings-section.ts';
import { showLastTests } from './last-test-section.ts';
import { showMethods } from './methods-section.ts';
import { showPerplexities } from './perplexity-section.ts';
import type { ReportDocument } from './report-document.ts';
import { numberRuns } from './run-links.ts';
import { showRuns } from './runs-section.ts';
import { showCorpora, showImportProblems, showLineage } from './source-sections.ts';
import { listFacts, tellUnfinished } from './study-facts.ts';
import { showTask } from './task-section.ts';
import { showTransfers } from './transfer-section.ts';
import { showVocabularies } from './vocabulary-section.ts';

/** What a report may have beside what each has. */
export interface ReportParts {
  /** What the records say to each part of TRIPOD+AI. */
  readonly withChecklist?: boolean;
  /** How the study was made, in sentences. */
  readonly withMethods?: boolean;
}

/** The report of a study in a language: the same results give the same report. */
export function makeReport(
  stored: StudyResults,
  language: Language,
  { withChecklist = false, withMethods = false }: ReportParts = {},
): ReportDocument {
  const words = wordsOf(language);
  const results = showTitles(stored, { isolate: true, frozen: words.training.frozen });
  const context = { links: numberRuns(results), words };
  const { study } = results;
  const found = [
    tellUnfinished(results, words),
    ...tellFindings(results, words),
    ...results.tasks.map((task, place) => showTask(results, task, { ...context, place })),
    showLastTests(results, words),
    showComparisons(results, words),
    showTransfers(results, words),
    showLineage(results, context),
    showCorpora(results, context),
    showPerplexities(results, context),
    showVocabularies(results, context),
    showImportProblems(results, words),
    showRuns(results, context),
    withMethods ? showMethods(results, stored, words) : null,
  ];
  const sections = found.filter((section) => section !== null);
  return {
    language,
    title: words.report.title(study.name),
    kind: words.report.studyReport,
    heading: study.name,
    description: study.description,
    createdAtMs: study.finishedAtMs ?? study.startedAtMs,
    facts: listFacts(results, words),
    sections: withChecklist ? [...sections, showChecklist(results, sections, words)] : sections,
    closing: words.report.writtenBy(study.programVersion),
  };
}

import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { tellComputing } from './methods/tell-computing.ts';
import { tellData } from './methods/tell-data.ts';
import { tellLastTests } from './methods/tell-last-tests.ts';
import { tellModels } from './methods/tell-models.ts';
import { tellStatistics } from './methods/tell-statistics.ts';
import { tellTasks } from './methods/tell-tasks.ts';
import { note, type Block, type ReportSection } from './report-document.ts';

/**
 * How a study was made, in sentences for a paper: each stands there only where its fact was recorded,
 * and what was not is said. `stored` has the names of the plan where `results` has those for people.
 */
export function showMethods(
  results: StudyResults,
  stored: StudyResults,
  words: ReportWords,
): ReportSection {
  const { methods, lastTest } = words;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [methods.data, tellData(results, stored, words)],
    [methods.models, tellModels(results, stored, words)],
    [methods.tasks, tellTasks(results, stored, words)],
    [methods.computing, tellComputing(results, words)],
    [methods.statistics, tellStatistics(results, words)],
    [lastTest.title, tellLastTests(results, words)],
  ];
  return {
    id: 'methods',
    title: methods.title,
    tone: 'plain',
    blocks: [
      note(methods.intro),
      ...parts.flatMap(([text, told]): Block[] =>
        told.length === 0
          ? []
          : [
              { kind: 'heading', text },
              ...told.map((line): Block => ({ kind: 'paragraph', line })),
            ],
      ),
    ],
  };
}

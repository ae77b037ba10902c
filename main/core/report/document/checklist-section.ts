import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { answerChecklist, type ChecklistPart } from './answer-checklist.ts';
import { quiet, type Cell, type ReportSection } from './report-document.ts';

/**
 * What the records of a study say to each part of TRIPOD+AI, and which of them a person must write: what
 * was not recorded is said, never guessed.
 */
export function showChecklist(
  results: StudyResults,
  sections: readonly ReportSection[],
  words: ReportWords,
): ReportSection {
  const { checklist, checklistTopics } = words;
  const answers = answerChecklist(results, sections, words);
  const parts = Object.entries(checklistTopics) as [ChecklistPart, string][];
  const found = parts.flatMap(([part]) => answers.get(part) ?? []);
  const answerOf = (part: ChecklistPart): Cell => {
    const answer = answers.get(part);
    if (answer === undefined) return [quiet(checklist.notRecorded)];
    return answer.isInPart ? { line: answer.line, under: checklist.inPart } : answer.line;
  };
  return {
    id: 'checklist',
    title: checklist.title,
    tone: 'plain',
    blocks: [
      {
        kind: 'table',
        caption: checklist.caption,
        columns: [
          { title: checklist.part },
          { title: checklist.askedFor },
          { title: checklist.records },
        ],
        // Written out: numbers as names of properties would come before the others.
        rows: orderParts(parts).map(([part, topic]) => ({ cells: [part, topic, answerOf(part)] })),
        notes: [
          checklist.note(
            found.length,
            found.filter(({ isInPart }) => isInPart).length,
            parts.length,
          ),
        ],
      },
    ],
  };
}

/** By number, then letter. */
function orderParts(parts: readonly [ChecklistPart, string][]): [ChecklistPart, string][] {
  return [...parts].sort(
    ([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1),
  );
}

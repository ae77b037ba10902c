import { describeComparisons } from '../describe-comparison.ts';
import { describeLockedSets } from '../describe-locked-sets.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { paragraph, type ReportSection } from './report-document.ts';

/** What the comparisons show, in sentences, and what the reader must be warned of. */
export function tellFindings(results: StudyResults, words: ReportWords): ReportSection[] {
  const findings = describeComparisons(results);
  const locked = describeLockedSets(results);
  const { warnings } = results;
  const parts: (ReportSection | null)[] = [
    findings.length === 0
      ? null
      : {
          id: 'findings',
          title: words.report.inShort,
          tone: 'plain',
          blocks: [{ kind: 'list', items: findings.map(words.render) }],
        },
    locked === null
      ? null
      : {
          id: 'locked',
          title: null,
          tone: 'plain',
          blocks: [paragraph(words.render(locked))],
        },
    warnings.length === 0
      ? null
      : {
          id: 'warnings',
          title: words.report.warnings,
          tone: 'notice',
          blocks: [
            {
              kind: 'list',
              items: warnings.map(({ about, text }) => [
                { kind: 'strong' as const, text: about },
                `: ${words.render(text)}`,
              ]),
            },
          ],
        },
  ];
  return parts.filter((part) => part !== null);
}

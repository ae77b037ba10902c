import { formatDuration } from '#core/base/format-number.ts';
import type { ReportWords } from '#core/report/report-words.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { listFinishedRuns } from './finished-runs.ts';
import { tellMissing } from './tell-missing.ts';

/** With what it was computed, how long that took, and by which program. */
export function tellComputing(results: StudyResults, words: ReportWords): readonly string[] {
  const { study } = results;
  const { methods } = words;
  const times = listFinishedRuns(results).flatMap(({ tookMs }) => tookMs ?? []);
  const tookMs = times.reduce((sum, each) => sum + each, 0);
  return [
    [
      study.engine === ''
        ? tellMissing(methods.engineMissing, words)
        : methods.engine(study.engine),
      tellMissing(methods.machine, words),
      times.length === 0
        ? tellMissing(methods.tookMissing, words)
        : methods.took(times.length, formatDuration(tookMs)),
      tellMissing(methods.energy, words),
      methods.program(study.programVersion, study.planHash.slice(0, 16)),
      tellMissing(methods.runVersions, words),
    ].join(' '),
  ];
}

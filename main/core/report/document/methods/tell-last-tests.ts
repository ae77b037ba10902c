import { say } from '#core/wording/say.ts';
import type { ReportWords } from '#core/report/report-words.ts';
import type { StudyResults } from '#core/report/study-results.ts';

/** When locked sets were opened, for which model, and how often before; nothing where none was. */
export function tellLastTests(
  { lastTests = [] }: StudyResults,
  { lastTest, methods, instant, render }: ReportWords,
): readonly string[] {
  return lastTests.map(({ task, model, sets, examples, groups, testedAtMs, earlier }) => {
    const names = sets.map(({ name, version }) =>
      render(say('warnings', 'setVersion', name, version)),
    );
    return [
      `${lastTest.caption(task, names)}.`,
      lastTest.tested(model, examples, groups, instant(testedAtMs)),
      earlier === 0 ? lastTest.firstOpening : lastTest.earlier(earlier),
      ...sets.map(({ hash }) => methods.setHash(hash.slice(0, 16))),
    ].join(' ');
  });
}

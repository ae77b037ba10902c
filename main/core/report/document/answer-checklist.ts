import type { Wording } from '#core/wording/wording.ts';
import { listOverallMetrics } from '../list-overall-metrics.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults, TaskSummary } from '../study-results.ts';
import { summariseTask } from '../summarise-task.ts';
import { linkTo, type Piece, type ReportSection } from './report-document.ts';
import { describeTask } from './task-section.ts';

export type ChecklistPart = keyof Wording['checklistTopics'];

export interface ChecklistAnswer {
  readonly line: readonly Piece[];
  /** The records say something of what is asked for, not all. */
  readonly isInPart: boolean;
}

/** What the records of a study say to parts of the checklist; nothing of those that only a person knows. */
export function answerChecklist(
  results: StudyResults,
  sections: readonly ReportSection[],
  words: ReportWords,
): ReadonlyMap<ChecklistPart, ChecklistAnswer> {
  const { tasks, models, study, judgements } = results;
  const { report, figures, numbers, nameOf } = words;
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const see = (...ids: readonly string[]): Piece[] =>
    ids.flatMap((id) => {
      const title = titles.get(id);
      return typeof title === 'string' ? [linkTo(id, title)] : [];
    });
  /** Of each task that there is something to say of, with a link to its section. */
  const ofTasks = (tell: (task: TaskSummary) => string | null): Piece[][] =>
    tasks.flatMap((task, place) => {
      const told = tell(task);
      return told === null ? [] : [[linkTo(`task-${place + 1}`, task.name), `: ${told}`]];
    });
  const items = ({ kind, itemCount }: TaskSummary) => report.items(kind, itemCount);
  const labels = (task: TaskSummary) =>
    task.labels.map(({ label, count }) => `${label} ${numbers.count(count)}`).join(', ') || null;
  const leftOut = ({ lostLabels }: TaskSummary) =>
    `${report.leftOut} ${numbers.count(lostLabels.reduce((sum, { count }) => sum + count, 0))}`;
  const source = (task: TaskSummary) =>
    task.set === null
      ? items(task)
      : report.itemsOfSet(items(task), task.set.name, task.set.version);
  const scores = (task: TaskSummary) =>
    summariseTask(results, task, { name: task.primaryMetric, entityType: null })
      .flatMap(({ model, summary }) => {
        if (summary === null || summary.lower === null || summary.upper === null) return [];
        const { mean, lower, upper } = summary;
        const range = report.range(numbers.score(lower), numbers.score(upper));
        return `${model} ${nameOf(task.primaryMetric)} ${numbers.score(mean)} (${range})`;
      })
      .join('; ') || null;
  const metrics = ({ kind }: TaskSummary) => listOverallMetrics(kind).map(nameOf).join(', ');
  const grouping = ({ kind, groupedBy }: TaskSummary) =>
    (groupedBy === null ? report.notGrouped(kind) : report.grouped(groupedBy)).replace(
      /^[\s,(]+|\)$/g,
      '',
    );
  const hasRule = (name: string) =>
    judgements.some(
      ({ task, models: judged }) => task === name && judged.some(({ rule }) => rule !== null),
    );
  const ofModels = models.map(({ name, parameterCount }): Piece[] => [
    parameterCount === null
      ? name
      : `${name}: ${report.parameters} ${numbers.count(parameterCount)}`,
  ]);
  const each = (pieces: readonly Piece[]) => pieces.map((piece) => [piece]);

  const whole: readonly (readonly [ChecklistPart, readonly (readonly Piece[])[]])[] = [
    ['7', each(see('corpora', 'vocabularies', 'import'))],
    ['10', ofTasks(items)],
    ['11', [...ofTasks(leftOut), ...each(see('import'))]],
    ['12a', ofTasks((task) => describeTask(task, words).replace(/[.]$/, ''))],
    ['12b', each(see('vocabularies', 'models'))],
    ['12c', each(see('models'))],
    ['12d', ofTasks(grouping)],
    ['12e', ofTasks(metrics)],
    ['13', ofTasks(labels)],
    ['15', ofTasks(({ name }) => (hasRule(name) ? figures.rulesCaption(name) : null))],
    [
      '16',
      [
        ...ofTasks(({ contamination }) => (contamination === null ? null : report.metElsewhere)),
        ...each(see('last-test')),
      ],
    ],
    ['20a', ofTasks((task) => `${items(task)}, ${leftOut(task)}`)],
    ['20c', each(see('last-test'))],
    ['21', ofTasks((task) => `${items(task)} (${labels(task) ?? '–'})`)],
    ['23a', ofTasks(scores)],
    [
      '23b',
      ofTasks(
        ({ foldCount }) => `${report.everyFold}, ${report.folds} ${numbers.count(foldCount)}`,
      ),
    ],
  ];
  const inPart: typeof whole = [
    ['2', each(see('findings'))],
    ['5a', [...ofTasks(source), ...each(see('corpora'))]],
    ['6b', ofTasks(leftOut)],
    ['8a', ofTasks(labels)],
    ['18f', [[`Anamnesis ${study.programVersion}`]]],
    ['20b', ofTasks(labels)],
    ['22', [...ofModels, ...each(see('models', 'runs'))]],
    ['26', each(see('warnings'))],
  ];
  return new Map(
    [
      ...whole.map(([part, told]) => ({ part, told, isInPart: false })),
      ...inPart.map(([part, told]) => ({ part, told, isInPart: true })),
    ]
      .filter(({ told }) => told.length > 0)
      .map(({ part, told, isInPart }) => [part, { line: join(told), isInPart }]),
  );
}

function join(told: readonly (readonly Piece[])[]): Piece[] {
  return told.flatMap((pieces, index) => (index === 0 ? pieces : ['; ', ...pieces]));
}

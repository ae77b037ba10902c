import { AnamnesisError } from '#core/base/error.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { judgeClass } from '#core/evaluation/classes/judge-class.ts';
import { listErrors } from '#core/evaluation/errors/list-errors.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { asTwoClasses } from '#core/evaluation/predictions/label-set-scores.ts';
import { scoredNotes } from '#core/evaluation/predictions/read-fold-predictions.ts';
import type { FoldScores } from '#core/report/fold-scores.ts';
import { listFigures } from '#core/evaluation/figures/list-figures.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { positiveLabel } from '#core/study/data/positive-class.ts';
import type { Plan } from '#core/study/plan/plan-schema.ts';
import { listFoldScores } from '#core/study/results/list-fold-scores.ts';
import { say } from '#core/wording/say.ts';
import type { ScoreService } from '../ports.ts';
import { namesOfStudy } from './names-of-study.ts';
import { viewExample } from './view-example.ts';

/** What models said of the examples of test folds: figures, curves, thresholds and errors. */
export function createScoreService(workspace: Workspace): ScoreService {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    figures: async ({ studyId, task, model }) => {
      const { scores } = ofModel(workspace, studyId, { task, model });
      return {
        folds: scores.map(({ fold }) => fold),
        figures: scores.length === 0 ? [] : listFigures(scores),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    ofClass: async ({ studyId, task, model, ...question }) => {
      const { plan, taskName, scores } = ofModel(workspace, studyId, { task, model });
      const labels = labelsOfSets(scores);
      const ofLabel = labels === null ? scores : alone(scores, question.label ?? labels[0]);
      const all = gatherNotes(ofLabel);
      const label =
        labels === null
          ? (question.label ?? positiveLabel(all, namedPositive(plan, taskName)))
          : (question.label ?? labels[0]);
      const judged = judgeClass(all, { ...question, label });
      return {
        labels: labels ?? all.labels,
        folds: scores.map(({ fold }) => fold),
        ...judged,
        roc:
          judged.roc &&
          judged.roc.map((point) => ({ ...point, threshold: finite(point.threshold) })),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    errors: async ({ studyId, task, of, offset, limit }) => {
      const study = openStudy(workspace, studyId);
      const taskName = study.taskOf(task);
      const scores = listFoldScores(workspace, studyId, { task: taskName });
      const model = of === null ? null : study.modelOf(of);
      const found = listErrors(scores, { of: model });
      const page = { total: found.errors.length };
      const shown = <Answer extends { readonly model: string }>(answers: readonly Answer[]) =>
        answers.map((answer) => ({ ...answer, model: study.show.model(answer.model) }));
      // Said kind by kind, so that the members of the union stay apart.
      return found.kind === 'classification'
        ? {
            ...{ kind: found.kind, ...page },
            errors: found.errors
              .slice(offset, offset + limit)
              .map((each) => ({ ...each, answers: shown(each.answers) })),
          }
        : {
            ...{ kind: found.kind, ...page },
            errors: found.errors
              .slice(offset, offset + limit)
              .map((each) => ({ ...each, answers: shown(each.answers) })),
          };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    example: async ({ studyId, task, fold, place }) => {
      const { taskOf, show } = openStudy(workspace, studyId);
      const taskName = taskOf(task);
      const scores = listFoldScores(workspace, studyId, { task: taskName });
      return viewExample(workspace, {
        studyId,
        task: taskName,
        place,
        ofFold: scores.filter((each) => each.fold === fold),
        showModel: show.model,
      });
    },
  };
}

/** The names of a plan, which the window knows by their titles. */
function openStudy(workspace: Workspace, studyId: string) {
  const { plan, show, taskCalled, modelCalled } = namesOfStudy(workspace, studyId);
  const require = (find: (asked: string) => string | null, expected: Phrase) => (asked: string) =>
    find(asked) ?? refuseName(expected);
  return {
    plan,
    show,
    taskOf: require(taskCalled, say('scores', 'taskOfStudy')),
    modelOf: require(modelCalled, say('scores', 'modelOfTask')),
  };
}

/** @throws record.missing */
function refuseName(expected: Phrase): never {
  throw new AnamnesisError('record.missing', {
    expected,
    found: say('scores', 'anotherName'),
    remedy: say('scores', 'lookAnew'),
  });
}

function ofModel(
  workspace: Workspace,
  studyId: string,
  named: { readonly task: string; readonly model: string },
) {
  const { plan, taskOf, modelOf } = openStudy(workspace, studyId);
  const [taskName, model] = [taskOf(named.task), modelOf(named.model)];
  const scores = listFoldScores(workspace, studyId, { task: taskName, model });
  // Of the first division of the data, in which each example is tested once.
  const { folds } = plan.tasks[taskName];
  return { plan, taskName, scores: scores.filter(({ fold }) => fold < folds) };
}

function namedPositive(plan: Plan, taskName: string): string | undefined {
  const task = plan.tasks[taskName];
  return task.kind === 'classification' ? task.positiveClass : undefined;
}

/** The labels of a task whose notes may have several; null for any other. */
function labelsOfSets(scores: readonly FoldScores[]): readonly string[] | null {
  const first = scores.at(0)?.predictions;
  return first?.kind === 'multi-label' ? first.labels : null;
}

/** One label against all that is not it: no label has an empty name. */
function alone(scores: readonly FoldScores[], label: string): FoldScores[] {
  return scores.map((each) =>
    each.predictions.kind === 'multi-label' && each.predictions.labels.includes(label)
      ? { ...each, predictions: asTwoClasses(each.predictions, label, '') }
      : each,
  );
}

/** All scored notes of a model on a task of classes. @throws evaluation.empty, record.missing */
function gatherNotes(scores: readonly FoldScores[]): OutOfFoldScores {
  const first = scores.at(0)?.predictions;
  if (first === undefined) {
    throw new AnamnesisError('evaluation.empty', {
      expected: say('scores', 'finishedFold'),
      found: say('scores', 'none'),
      remedy: say('scores', 'finishFold'),
    });
  }
  if (first.kind !== 'classification') {
    throw new AnamnesisError('record.missing', {
      expected: say('scores', 'classification'),
      found: say('scores', 'entities'),
      remedy: say('scores', 'noCurves'),
    });
  }
  return {
    labels: first.classes,
    notes: scores.flatMap(({ predictions, fold }) =>
      predictions.kind === 'classification' ? scoredNotes(predictions, fold) : [],
    ),
  };
}

/** JSON has no Infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

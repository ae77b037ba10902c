import { describe, expect, it } from 'vitest';
import { createLabelErrorService } from '#core/api/services/label-error-service.ts';
import { labelErrorsSchema } from '#core/api/contract/label-errors.ts';
import { inEnglish } from '#core/base/phrase.ts';
import { flattenSet } from '#core/collection/sets/flatten-set.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { Annotation } from '#core/domain/document.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { believeWords } from '#core/training/believe-words.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planLabelCheck } from '#core/study/recipes/plan-label-check.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { importNotes, noteText } from './small-project.ts';

const origin = { by: 'file', name: null, score: null, atMs: null, guideline: null } as const;
const span = (type: string, start: number, end: number): Annotation => ({
  kind: 'span',
  id: `T${start}`,
  type,
  fragments: [{ start, end }],
  attributes: {},
  origin,
});
const all = { kind: null, decision: null, skip: 0, limit: 100 };

/** Six notes in a set, each with a class and what `marks` gives it. */
async function frozenNotes(marks: (text: string) => Annotation[] = () => []) {
  const workspace = newWorkspace();
  const collectionId = await importNotes(workspace, 6);
  const numbers = workspace.documentQueries.numbers({ collectionId });
  const version = workspace.labelledSets.freeze(
    'gold',
    {},
    numbers.map((number, at) => {
      const label = at % 2 === 0 ? 'yes' : 'no';
      const annotations = [{ kind: 'class', label, origin } as const, ...marks(noteText(at))];
      return { ...workspace.documents.identity(number), annotations };
    }),
  );
  return { workspace, version, numbers };
}

/** A study that has run: each fold says what `say` gives for the documents that it tests. */
function putStudy(
  workspace: Workspace,
  labels: 'classes' | 'spans',
  sayOf: (fold: number) => FoldPredictions,
): string {
  const order = { set: 'gold', version: 1, labels, model: 'm', folds: 2, frozenEncoder: true };
  const planJson = JSON.stringify(planLabelCheck(order));
  const study = workspace.studies.create({ name: `check-${labels}`, planJson });
  for (const { key, kind, model, task, fold } of listRuns(readPlan(planJson, 'plan'))) {
    const identity = { key, kind, model, task, fold, configurationHash: 'hash' };
    const run = workspace.runs.ensure(study.id, identity);
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'command' });
    const predictions = sayOf(fold ?? 0);
    workspace.runs.finish(run.id, { metrics: [], summary: {}, predictions });
  }
  return study.id;
}

const service = (workspace: Workspace) =>
  createLabelErrorService({ workspace, startStudy: () => Promise.reject(new Error('none')) });

describe('Labels that a model does not believe', () => {
  it('are ranked, kept or changed, and make the next version of a set', async () => {
    const { workspace, numbers } = await frozenNotes();
    const me = workspace.persons.first();
    // The model thinks as people did of all but the last two, of the first of which it is surer.
    const studyId = putStudy(workspace, 'classes', (fold) => ({
      kind: 'classification',
      classes: ['no', 'yes'],
      notes: [0, 1, 2, 3, 4, 5]
        .filter((at) => at % 2 === fold)
        .map((at) => {
          const truth = at % 2 === 0 ? 1 : 0;
          const belief = at === 4 ? -3 : at === 5 ? -1 : 3;
          const logits = truth === 1 ? [0, belief] : [0, -belief];
          return { id: `n${at}`, groupId: null, truth, logits };
        }),
    }));
    const api = service(workspace);
    const of = { studyId, task: 'labels', model: 'model' };
    expect(await api.checks({ set: 'gold', version: 1 })).toMatchObject([
      { ...of, labels: 'classes', folds: 2, foldsDone: 2 },
    ]);
    const errors = labelErrorsSchema.parse(await api.errors({ ...of, ...all }));
    expect(errors).toMatchObject({ lookedAt: 6, total: 2, counts: { class: 2, missing: 0 } });
    const [first, second] = errors.rows;
    expect(first).toMatchObject({
      number: numbers[4],
      documentId: 'n4',
      given: { label: 'yes' },
      expected: { label: 'no' },
      decision: null,
    });
    expect(first.score).toBeCloseTo(1 / (1 + Math.exp(3)), 9);
    expect(inEnglish(first.reason)).toBe('given “yes”, at 5 %; “no” is expected');
    await expect(api.apply({ set: 'gold', version: 1 })).rejects.toMatchObject({
      code: 'annotation.nothing-done',
    });
    const decide = (row: typeof first, decision: 'kept' | 'changed' | null) =>
      api.check({ ...of, number: row.number, key: row.key, decision }, me);
    await decide(first, 'kept');
    await decide(first, null);
    await decide(first, 'changed');
    await decide(second, 'kept');
    expect((await api.errors({ ...of, ...all, decision: 'open' })).total).toBe(0);
    expect((await api.errors({ ...of, ...all, decision: 'kept' })).rows[0].key).toBe(second.key);
    await expect(
      api.check({ ...of, number: 1, key: 'class maybe', decision: 'kept' }, me),
    ).rejects.toMatchObject({ code: 'record.missing' });

    expect(await api.apply({ set: 'gold', version: 1 })).toEqual({
      set: 'gold',
      version: 2,
      changed: 1,
    });
    const after = [...readSet(workspace, workspace.labelledSets.get('gold', 2))];
    expect(after[4].annotations).toMatchObject([{ label: 'no', origin: { by: 'person' } }]);
    expect(await api.compare({ set: 'gold', before: 1, after: 2 })).toMatchObject({
      otherAnnotations: ['n4'],
      same: 5,
    });
    // What was kept is not asked again of the new version; the old one stays.
    const version2 = workspace.labelledSets.get('gold', 2);
    expect(workspace.labelChecks.list(version2.id)).toMatchObject([{ decision: 'kept' }]);
    expect(
      [...readSet(workspace, workspace.labelledSets.get('gold', 1))][4].annotations,
    ).toMatchObject([{ label: 'yes' }]);
  });

  it('of spans are told by place and kind, and changed where they stand', async () => {
    const { workspace, version, numbers } = await frozenNotes((text) => {
      const second = text.indexOf('fiebre', 15);
      return [span('Disease', 8, 14), span('Drug', second, second + 6)];
    });
    const sentences = flattenSet(workspace, version, 'tagged-sentences').examples;
    const tags = ['O', 'B-Disease', 'I-Disease', 'B-Drug', 'I-Drug'];
    const sure = (tag: string) => tags.map((each) => (each === tag ? 5 : 0));
    const studyId = putStudy(workspace, 'spans', (fold) => ({
      kind: 'entities',
      sentences: sentences.flatMap((sentence, at) => {
        if (at % 2 !== fold) return [];
        const { id, text, words, tags: given } = sentence;
        // Of the last note: the second mark is a Disease of two words, “hemoptisis…” is missing.
        const isLast = id.startsWith('n5#');
        const said = words.map(({ start, end }, word) => {
          const own = text.slice(start, end);
          if (!isLast) return sure(given[word]);
          if (own.startsWith('hemoptisis')) return sure('B-Drug');
          if (own === 'alta') return sure('I-Disease');
          return given[word] === 'B-Drug' ? sure('B-Disease') : sure(given[word]);
        });
        const truth = given.flatMap((tag, word) =>
          tag === 'O' ? [] : [{ start: word, end: word + 1, type: tag.slice(2) }],
        );
        const beliefs = believeWords(said, tags, given);
        const common = { id, groupId: null, wordCount: words.length };
        return [{ ...common, truth, predicted: [], beliefs }];
      }),
    }));
    const api = service(workspace);
    const of = { studyId, task: 'labels', model: 'model' };
    const { rows, lookedAt } = await api.errors({ ...of, ...all });
    expect(lookedAt).toBe(14);
    const text = noteText(5);
    const wordsOf = (label: (typeof rows)[number]['given']) =>
      label?.kind === 'span' ? [label.type, text.slice(label.start, label.end)] : null;
    expect(
      rows.map(({ kind, given, expected }) => [kind, wordsOf(given), wordsOf(expected)]).sort(),
    ).toEqual([
      ['class', ['Drug', 'fiebre'], ['Disease', 'fiebre']],
      ['missing', null, ['Disease', 'alta']],
      ['missing', null, ['Drug', 'hemoptisisoculta']],
    ]);
    const me = workspace.persons.first();
    for (const row of rows) {
      const change = { ...of, number: row.number, key: row.key, decision: 'changed' } as const;
      const isAlta = row.kind === 'missing' && wordsOf(row.expected)?.[1] === 'alta';
      if (isAlta) await api.check({ ...change, decision: 'kept' }, me);
      else if (row.kind === 'class') await api.check({ ...change, after: null }, me);
      else await api.check(change, me);
    }
    await api.apply({ set: 'gold', version: 1 });
    const after = [...readSet(workspace, workspace.labelledSets.get('gold', 2))];
    expect(after[5].number).toBe(numbers[5]);
    const marks = after[5].annotations.flatMap((each) =>
      each.kind === 'span'
        ? [[each.type, text.slice(each.fragments[0].start, each.fragments[0].end)]]
        : [],
    );
    expect(marks).toEqual([
      ['Disease', 'fiebre'],
      ['Drug', 'hemoptisisoculta'],
    ]);
    expect(after[4].annotations).toHaveLength(3);
  });

  it('come of studies that read a whole set as it is, and with a probability', async () => {
    const { workspace } = await frozenNotes();
    const api = service(workspace);
    const words = planLabelCheck({
      set: 'gold',
      version: 1,
      labels: 'classes',
      model: null,
      folds: 2,
      frozenEncoder: true,
    });
    const put = (name: string, change: object) => {
      const plan = structuredClone(words) as unknown as { tasks: { labels: object } };
      Object.assign(plan.tasks.labels, change);
      const planJson = JSON.stringify(plan);
      const { id } = workspace.studies.create({ name, planJson });
      for (const { key, kind, model, task, fold } of listRuns(readPlan(planJson, name))) {
        workspace.runs.ensure(id, { key, kind, model, task, fold, configurationHash: 'h' });
      }
    };
    put('words', { baselines: ['tf-idf', 'majority'] });
    put('renamed', { labels: { yes: 'no' } });
    put('gone', { data: { format: 'set', set: 'other' } });
    expect(await api.checks({ set: 'gold', version: 1 })).toMatchObject([
      { study: 'words', model: 'tf-idf', foldsDone: 0 },
    ]);
    const spans = { set: 'gold', version: 1, labels: 'spans', modelId: null } as const;
    await expect(api.start({ ...spans, folds: 2, frozenEncoder: true })).rejects.toMatchObject({
      code: 'api.invalid-input',
    });
  });

  it('have a study of their own for each set, however it is called', () => {
    const nameOf = (set: string) =>
      planLabelCheck({
        set,
        version: 3,
        labels: 'spans',
        model: 'm',
        folds: 5,
        frozenEncoder: false,
      }).name as string;
    expect(nameOf('gold')).toBe('label-check-gold-v3-spans-model');
    expect(nameOf('Gold')).not.toBe(nameOf('gold'));
    expect(nameOf('Анемия')).not.toBe(nameOf('Гастрит'));
    for (const set of ['Анемия', 'x'.repeat(200), '  a / b  ', '..']) {
      expect(nameOf(set)).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/);
    }
  });
});

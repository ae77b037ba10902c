import { describe, expect, it } from 'vitest';
import { queueOrderSchema, type ModelWorkRequest } from '#core/api/contract/annotation-model.ts';
import { eventSchema, type ApiEvent } from '#core/api/contract/events.ts';
import type { PredictionView } from '#core/api/contract/models.ts';
import { createAnnotationModelService } from '#core/api/services/annotation-model-service.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { openWork } from '#core/review/work/open-work.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { smallProject } from './small-project.ts';

/** How sure the model is of "yes", by the number in the text of a note. */
const beliefs = [0.99, 0.5, 0.1, 0.9, 0.4, 0.01];
const atOf = (text: string) => Number(/Nota (\d+)/.exec(text)?.[1]);

async function project() {
  const workspace = newWorkspace();
  const made = await smallProject(workspace, { count: 6, settings: { testCount: 1 } });
  const { projectId, numbers } = made;
  const events: ApiEvent[] = [];
  const plans: string[] = [];
  let onAsked: (text: string) => void = () => undefined;
  const service = createAnnotationModelService({
    workspace,
    nowMs: workspace.nowMs,
    predict: (modelId, text) => {
      onAsked(text);
      const yes = beliefs[atOf(text)];
      const start = text.indexOf('fiebre');
      const said: PredictionView =
        modelId === mentions.id
          ? {
              kind: 'entities',
              mentions: [{ start, end: start + 6, type: 'Disease', score: yes }],
              doubt: 0,
            }
          : {
              kind: 'classification',
              classes: [
                { name: 'no', probability: 1 - yes },
                { name: 'yes', probability: yes },
              ],
              chosen: yes > 0.5 ? 'yes' : 'no',
              unreadShare: 0,
              screening: null,
            };
      return Promise.resolve(said);
    },
    startStudy: (planText) => Promise.resolve(`study ${plans.push(planText)}`),
    onFault: (error) => {
      throw error as Error;
    },
  });
  const put = (name: string) =>
    workspace.blobs.write([Buffer.from('weights')], ({ id }) => {
      workspace.models.put({
        studyId: null,
        name,
        parentModelId: null,
        runId: null,
        configuration: {},
        tokenizerFiles: {},
        weightsBlobId: id,
      });
    });
  await put('classes');
  await put('mentions');
  const modelOf = (name: string) => workspace.models.list().find((each) => each.name === name)!;
  const [classes, mentions] = [modelOf('classes'), modelOf('mentions')];
  service.subscribe((event) => events.push(eventSchema.parse(event)));
  const run = async (request: ModelWorkRequest) => {
    await service.start(request);
    for (;;) {
      const work = await service.latest();
      if (work !== null && work.state !== 'running') return work;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const textAt = (number: number) => atOf(workspace.documents.get(number).text);
  /** As the queue has them now, by the number in their text. */
  const queue = () => workspace.annotationQueue.numbers({ projectId, person: 'ana' }).map(textAt);
  const label = (
    number: number,
    edits: Parameters<typeof applyAction>[1]['documents'][0]['edits'],
  ) => {
    const { revision } = openWork(workspace, { projectId, person: 'ana', number }).stored;
    applyAction(workspace, {
      projectId,
      person: 'ana',
      documents: [{ number, revision, edits }],
    });
  };
  const listen = (listener: (text: string) => void) => {
    onAsked = listener;
  };
  return {
    workspace,
    projectId,
    numbers,
    service,
    events,
    plans,
    run,
    queue,
    label,
    listen,
    classes,
    mentions,
    textAt,
  };
}

describe('What comes next', () => {
  it('is ordered by a model, and the slice for a test, which came by chance, stays first', async () => {
    const { projectId, numbers, run, queue, classes, mentions, textAt, workspace } =
      await project();
    const test = textAt(numbers[0]);
    const rest = [0, 1, 2, 3, 4, 5].filter((at) => at !== test);
    const order = (choice: Extract<ModelWorkRequest, { kind: 'order' }>['choice']) =>
      run({ kind: 'order', projectId, choice });
    const byDoubt = rest.toSorted(
      (a, b) => Math.abs(beliefs[a] - 0.5) - Math.abs(beliefs[b] - 0.5),
    );
    const uncertain = await order({ by: 'uncertain', modelId: classes.id });
    expect(uncertain).toMatchObject({ state: 'done', documents: 5, failure: null });
    expect(queue()[0]).toBe(test);
    // The notes are much alike: which of them comes second hangs on that, too.
    expect(queue()[1]).toBe(byDoubt[0]);
    expect(queue().toSorted()).toEqual([0, 1, 2, 3, 4, 5]);

    await order({ by: 'likely', modelId: classes.id, label: 'yes' });
    const byYes = rest.toSorted((a, b) => beliefs[b] - beliefs[a]);
    expect(queue()).toEqual([test, ...byYes]);
    await order({ by: 'likely', modelId: classes.id, label: 'no' });
    expect(queue()).toEqual([test, ...byYes.toReversed()]);
    await order({ by: 'likely', modelId: mentions.id, label: 'Disease' });
    expect(queue()).toEqual([test, ...byYes]);
    const unknown = await order({ by: 'likely', modelId: classes.id, label: 'maybe' });
    expect(unknown).toMatchObject({
      state: 'failed',
      failure: { code: 'annotation.label-unknown' },
    });
    expect(queue()).toEqual([test, ...byYes]);
    await order({ by: 'random', seed: 3 });
    const drawn = queue();
    await order({ by: 'random', seed: 3 });
    expect(queue()).toEqual(drawn);
    expect(
      workspace.annotationProjects.documents(projectId).map(({ number }) => textAt(number)),
    ).toEqual(drawn);
  });

  it('says what it rests on, and comes back to the order in which documents came in', async () => {
    const { projectId, run, queue, numbers, service, classes, label, workspace } = await project();
    const before = queue();
    expect(await service.queueOrder(projectId)).toEqual({
      test: { documents: 1, done: 0 },
      learnable: 0,
      untouched: 5,
      latest: null,
      trainings: [],
    });
    for (const number of numbers.slice(0, 2)) {
      label(number, [
        { kind: 'class-set', label: 'yes' },
        { kind: 'state', state: 'done' },
      ]);
    }
    const choice = { by: 'likely', modelId: classes.id, label: 'yes' } as const;
    await run({ kind: 'order', projectId, choice });
    const rested = await service.queueOrder(projectId);
    expect(queueOrderSchema.parse(rested)).toMatchObject({
      test: { documents: 1, done: 1 },
      learnable: 1,
      untouched: 4,
      latest: {
        by: 'likely',
        label: 'yes',
        chosen: 4,
        model: { id: classes.id, name: 'classes', learned: null },
      },
    });
    expect(queue()).not.toEqual(before);
    await run({ kind: 'order', projectId, choice: { by: 'listed' } });
    expect(queue()).toEqual(before);
    const { latest } = await service.queueOrder(projectId);
    expect(latest).toMatchObject({ by: 'listed', label: null, model: null });
    // An order that was stopped is none.
    const entries = workspace.audit.entriesOf(['project.ordered']);
    expect(entries.map(({ detail }) => detail.by)).toEqual(['likely', 'listed']);
    await expect(service.queueOrder(99)).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('leaves in its place what somebody begins while the model thinks', async () => {
    const { projectId, run, queue, classes, label, listen, workspace } = await project();
    const before = queue();
    const third = before[2];
    const number = workspace.annotationQueue.numbers({ projectId, person: 'ana' })[2];
    let asked = 0;
    listen(() => {
      if (asked++ === 3) label(number, [{ kind: 'flag', value: true }]);
    });
    await run({
      kind: 'order',
      projectId,
      choice: { by: 'likely', modelId: classes.id, label: 'yes' },
    });
    expect(queue()[2]).toBe(third);
    const others = queue().filter((at, place) => place > 0 && at !== third);
    expect(others).toEqual(others.toSorted((a, b) => beliefs[b] - beliefs[a]));
  });

  it('is suggested to by a model of the library, but for the slice for a test; both can be stopped', async () => {
    const { projectId, numbers, run, service, mentions, listen, workspace, events } =
      await project();
    const work = await run({ kind: 'suggest', projectId, modelId: mentions.id });
    expect(work).toMatchObject({ state: 'done', documents: 5 });
    const suggested = numbers.map(
      (number) => workspace.annotationSuggestions.ofDocument(projectId, number).length,
    );
    expect(suggested).toEqual([0, 1, 1, 1, 1, 1]);
    listen(() => {
      void service.stop();
    });
    expect(await run({ kind: 'suggest', projectId, modelId: mentions.id })).toMatchObject({
      state: 'stopped',
    });
    expect(events.some(({ type }) => type === 'annotation-model-work')).toBe(true);
    await expect(
      service.start({ kind: 'suggest', projectId, modelId: 'nobody' }),
    ).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('is learned from what was labelled so far, without the slice for a test', async () => {
    const { projectId, numbers, service, plans, label, classes, workspace } = await project();
    const asked = {
      projectId,
      labels: 'classes',
      modelId: classes.id,
      frozenEncoder: true,
      set: 'project hasta ahora',
      title: 'Modelo del proyecto',
    } as const;
    await expect(service.train(asked)).rejects.toMatchObject({ code: 'annotation.nothing-done' });
    for (const number of numbers.slice(0, 4)) {
      label(number, [
        { kind: 'class-set', label: 'yes' },
        { kind: 'state', state: 'done' },
      ]);
    }
    expect(await service.train(asked)).toBe('study 1');
    const { id, name, version } = workspace.labelledSets.get('project hasta ahora');
    const learned = [...workspace.labelledSets.documents(id)].map(({ number }) => number);
    expect(learned).toEqual(numbers.slice(1, 4));
    const plan = readPlan(plans[0], 'plan');
    expect(plan.tasks.labels).toMatchObject({
      kind: 'classification',
      finalModel: true,
      frozenEncoder: true,
      data: { set: name, version },
    });
    expect(plan.models.model.start).toEqual({ kind: 'library', model: classes.id });
  });
});

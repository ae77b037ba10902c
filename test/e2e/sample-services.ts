import { AnamnesisError } from '#core/base/error.ts';
import type { ApiEvent } from '#core/api/contract/events.ts';
import type { StudyView } from '#core/api/contract/study.ts';
import type { ApiPorts } from '#core/api/ports.ts';
import { sampleStudy } from './sample-studies.ts';

const stepCount = 460;
const lossAt = (step: number) => 0.08 + 0.62 * Math.exp(-step / 90) + 0.03 * Math.sin(step * 1.7);

/** An implementation of the ports in memory, whose running study advances ten times a second. */
export function createSampleServices(): ApiPorts & { readonly end: () => void } {
  const listeners = new Set<(event: ApiEvent) => void>();
  const studies = new Map<string, StudyView>(
    [
      sampleStudy({ id: 'two', name: 'Spanish clinical cases', state: 'running', finished: 26 }),
      sampleStudy({
        id: 'one',
        name: 'HIV indicator conditions, pilot',
        state: 'finished',
        finished: 33,
      }),
      sampleStudy({ id: 'zero', name: 'Romanian discharge letters', state: 'failed', finished: 4 }),
      sampleStudy({ id: 'new', name: 'Dutch and Romanian combined', state: 'queued', finished: 0 }),
    ].map((study) => [study.summary.id, study]),
  );
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const find = (studyId: string): StudyView => {
    const study = studies.get(studyId);
    if (study !== undefined) return study;
    throw new AnamnesisError('server.not-found', {
      expected: 'a study of this workspace',
      found: 'an unknown id',
      remedy: 'Choose one from the list.',
    });
  };
  const setState = (studyId: string, state: StudyView['summary']['state']) => {
    const study = find(studyId);
    studies.set(studyId, {
      ...study,
      summary: { ...study.summary, state, estimatedTimeLeftMs: null },
      runs: study.runs.map((run) =>
        run.state === 'running' || run.state === 'stopping' ? { ...run, state } : run,
      ),
    });
    tell({ type: 'study-changed', studyId, state });
  };

  let step = 180;
  const timer = setInterval(() => {
    const study = find('two');
    const run = study.runs.find(({ state }) => state === 'running');
    if (run === undefined) return;
    step = Math.min(step + 1, stepCount);
    const atMs = Date.now();
    tell({
      type: 'run-progress',
      studyId: 'two',
      studyTimeLeftMs: 470_000 - step * 160,
      progress: {
        runId: run.id,
        atMs,
        step,
        stepCount,
        loss: lossAt(step),
        tokensPerSecond: 6778,
        estimatedTimeLeftMs: (stepCount - step) * 160,
      },
    });
    if (step % 40 === 0) {
      tell({
        type: 'log',
        studyId: 'two',
        level: step % 80 === 0 ? 'info' : 'warning',
        atMs,
        message:
          step % 80 === 0
            ? `Checkpoint written after step ${step}.`
            : 'One batch was longer than the others.',
      });
    }
  }, 100);

  return {
    end: () => {
      clearInterval(timer);
    },
    onFault: (procedure, error) => {
      throw new Error(`unforeseen in ${procedure}`, { cause: error });
    },
    workspace: {
      describe: () =>
        Promise.resolve({
          name: 'infectious-diseases',
          version: '0.1.0',
          engines: [
            {
              name: 'onnx-cpu',
              available: true,
              chosen: true,
              tokensPerSecond: 6778,
              reason: null,
              remedy: null,
            },
            {
              name: 'onnx-webgpu',
              available: false,
              chosen: false,
              tokensPerSecond: null,
              reason: 'No graphics adapter was found.',
              remedy:
                'Install the Vulkan driver of the graphics card, or go on with the processor.',
            },
          ],
          counts: { studies: studies.size, runs: 132, models: 8, corpora: 4 },
        }),
    },
    audit: {
      list: (beforeSequence, limit) => {
        const newest = beforeSequence ?? 241;
        const entries = Array.from({ length: Math.min(limit, newest - 1) }, (_, index) => ({
          sequence: newest - 1 - index,
          atMs: Date.now() - index * 3_600_000,
          action: ['study.started', 'run.finished', 'report.written'][index % 3],
          subject: [
            'Spanish clinical cases',
            'fine-tune/nubes-negation/clinical/fold-3',
            'report.html',
          ][index % 3],
          hash: (index * 2654435761).toString(16).padStart(8, '0').repeat(8).slice(0, 64),
        }));
        return Promise.resolve({ entries, hasMore: newest - limit > 1 });
      },
      verify: () => Promise.resolve({ entryCount: 240, firstBrokenSequence: null }),
    },
    studies: {
      list: () => Promise.resolve([...studies.values()].map(({ summary }) => summary)),
      get: (studyId) => Promise.resolve().then(() => find(studyId)),
      start: () =>
        Promise.reject(
          new AnamnesisError('file.missing', {
            expected: 'a file named notes.csv',
            found: 'no such file',
            remedy: 'Correct the path in the plan; it is relative to the folder of the plan.',
            place: 'tasks.notes.files[0]',
          }),
        ),
      resume: (studyId) => Promise.resolve(setState(studyId, 'running')),
      stop: (studyId) => {
        setState(studyId, 'stopping');
        setTimeout(() => {
          setState(studyId, 'stopped');
        }, 700);
        return Promise.resolve();
      },
      lossCurve: () =>
        Promise.resolve(
          Array.from({ length: step }, (_, at) => ({ step: at + 1, loss: lossAt(at + 1) })),
        ),
      report: (studyId) =>
        Promise.resolve({
          fileName: `${studyId}.html`,
          html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>body{font:16px/1.5 Georgia,serif;max-width:60ch;margin:2rem auto}h1{color:rgb(14,90,97)}</style></head><body><h1>${find(studyId).summary.name}</h1><p id="styled" style="border-left:3px solid">A self-contained page.</p><script>document.body.textContent='a script ran'</script></body></html>`,
        }),
      planTemplate: () =>
        Promise.resolve({
          planText: JSON.stringify(
            { name: 'My study', corpora: {}, models: {}, tasks: {} },
            null,
            2,
          ),
          pathsRelativeTo: '/srv/anamnesis/plans',
        }),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

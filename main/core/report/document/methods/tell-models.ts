import type { ReportWords } from '#core/report/report-words.ts';
import type { ModelSummary, StudyResults } from '#core/report/study-results.ts';
import { listFinishedRuns } from './finished-runs.ts';
import { tellMissing } from './tell-missing.ts';

/** What models are made of, and how they were pre-trained. */
export function tellModels(
  results: StudyResults,
  stored: StudyResults,
  words: ReportWords,
): readonly string[] {
  const finished = new Set(listFinishedRuns(results).map(({ id }) => id));
  return results.models.flatMap((model, place) => {
    if (model.isBaseline) return [];
    const { name, parameterCount, lineage } = model;
    const steps = lineage.filter(({ runId }) => runId === null || finished.has(runId));
    return [
      [
        words.methods.model(name, steps.map(({ step }) => words.render(step)).join(' → ')),
        ...(parameterCount === null ? [] : [words.methods.parameters(parameterCount)]),
        ...tellPretraining(results, model, { name: stored.models[place].name, words }),
      ].join(' '),
    ];
  });
}

function tellPretraining(
  results: StudyResults,
  shown: ModelSummary,
  { name, words }: { readonly name: string; readonly words: ReportWords },
): string[] {
  const { methods } = words;
  const wasRun = listFinishedRuns(results).some(
    ({ kind, model }) => kind === 'pretraining' && model === shown.name,
  );
  if (!wasRun) return [];
  const found = results.recorded?.settings?.pretraining[name];
  if (found === undefined) return [tellMissing(methods.pretraining, words)];
  return [
    methods.pretrained({
      epochs: found.epochs,
      batch: found.batchSize,
      tokens: found.maxTokens,
      rate: found.learningRate.toExponential(),
      masked: 100 * found.maskedFraction,
    }),
  ];
}

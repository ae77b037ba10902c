import { formatDuration } from '#core/base/format-number.ts';
import { tabulateFacts, type RecordedFact } from '../document/records-table.ts';
import { code, note, type Block, type ReportSection } from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';
import type { CardTraining, ModelCard } from './model-card.ts';

/** With which settings, seed, engine and time each run of its line made it. */
export function showTraining({ training }: ModelCard, words: ReportWords): ReportSection {
  const { modelCard } = words;
  return {
    id: 'training',
    title: modelCard.training,
    tone: 'plain',
    blocks:
      training.length === 0
        ? [note(modelCard.noTraining)]
        : training.map((run): Block =>
            tabulateFacts(`${run.study}: ${run.key}`, listFacts(run, words), words),
          ),
  };
}

function listFacts(run: CardTraining, words: ReportWords): readonly RecordedFact[] {
  const { modelCard, methods, report } = words;
  return [
    [modelCard.settings, describeSettings(run, words)],
    [methods.seedMissing, run.seed === null ? null : String(run.seed)],
    [report.engine, run.engine],
    [report.startedUtc, run.startedAtMs === null ? null : words.instant(run.startedAtMs)],
    [report.took, run.tookMs === null ? null : formatDuration(run.tookMs)],
    [report.configuration, [code(run.configurationHash.slice(0, 16))]],
    [report.run, [code(run.runId)]],
    [methods.machine, null],
    [methods.energy, null],
  ];
}

function describeSettings(
  { pretraining, fineTuning }: CardTraining,
  { methods }: ReportWords,
): string | null {
  if (fineTuning !== null) {
    const { epochs, batchSize, learningRate, maxTokens } = fineTuning;
    return methods.fineTuned({
      epochs,
      batch: batchSize,
      rate: learningRate.toExponential(),
      tokens: maxTokens,
    });
  }
  if (pretraining === null) return null;
  const { epochs, batchSize, learningRate, maxTokens, maskedFraction } = pretraining;
  return methods.pretrained({
    epochs,
    batch: batchSize,
    tokens: maxTokens,
    rate: learningRate.toExponential(),
    masked: 100 * maskedFraction,
  });
}

import type { Command } from 'commander';
import { ProblemKinds } from '#core/collection/documents/import-problem-kinds.ts';
import { findModel } from '#core/library/find-model.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import type { Prediction, ScreeningAnswer } from '#core/prediction/prediction.ts';
import { formatScore } from '#core/base/format-number.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addReadOptions, type ReadFlags } from './collection-options.ts';
import { measuredEngine, readDocuments } from './new-documents.ts';

interface PredictFlags extends WorkspaceOptions, ReadFlags {
  readonly engine?: string;
}

/** Texts that are given to a model together: enough to fill batches, few enough to go on being told. */
const textsAtOnce = 64;

/** What is printed of a document: where it is from and what the model says, never its text. */
interface PredictedDocument {
  readonly id: string;
  readonly file: string;
  readonly prediction: Prediction;
}

export function addPredictCommand(program: Command, setExitCode: (code: number) => void): void {
  addReadOptions(
    addWorkspaceOptions(
      program
        .command('predict')
        .description('let a fine-tuned model say the class or the entities of new texts')
        .argument('<model>', 'such as <study>/<task>/<model>/final (see "model list")')
        .argument('<path...>', 'files and folders, of any format that an import reads')
        .option('--engine <name>', 'compute with this engine: see doctor'),
    ),
  ).action((reference: string, paths: string[], flags: PredictFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const stored = findModel(workspace, reference);
      const engine = flags.engine ?? measuredEngine(workspace);
      const runtime = await openEngine(engine, 'float32');
      const predictor = await openPredictor(workspace, stored, runtime);
      try {
        const kinds = new ProblemKinds();
        const isStopped = await stopOnSignals(async (signal) => {
          const documents = readDocuments(paths, flags, { kinds, signal });
          for await (const batch of inBatches(documents)) {
            const predictions = await predictor.predict(batch.map(({ text }) => text));
            for (const [index, { id, place }] of batch.entries()) {
              const said = { id, file: place.file, prediction: predictions[index] };
              output.result(describe(said), said);
            }
          }
          return signal.aborted;
        });
        for (const { rule, action, count } of kinds.list()) {
          output.message(`${count} × ${rule}: ${action}`);
        }
        if (isStopped) setExitCode(exitCodes.stopped.code);
      } finally {
        await predictor.dispose();
      }
    }),
  );
}

async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < textsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Which side of the threshold a text is on. */
function describeScreening({
  label,
  probability,
  isCalibrated,
  threshold,
  isAlert,
}: ScreeningAnswer): string {
  const said = `${label} ${isCalibrated ? 'calibrated ' : ''}${formatScore(probability)}`;
  if (threshold === null) return `${said}, no threshold can be claimed`;
  return `${said}, ${isAlert === true ? 'ALERT' : 'no alert'} (from ${formatScore(threshold)}, approximate)`;
}

function describe({ id, prediction }: PredictedDocument): string {
  if (prediction.kind === 'classification') {
    const classes = prediction.classes.map(
      ({ name, probability }) => `${name} ${formatScore(probability)}`,
    );
    const sought =
      prediction.screening === null ? '' : `  ${describeScreening(prediction.screening)}`;
    return `${id}  ${prediction.chosen}  (${classes.join(', ')})${sought}`;
  }
  if (prediction.kind === 'multi-label') {
    const given = prediction.labels.filter(({ isGiven }) => isGiven).map(({ name }) => name);
    const all = prediction.labels.map(
      ({ name, probability }) => `${name} ${formatScore(probability)}`,
    );
    return `${id}  ${given.length === 0 ? 'no label' : given.join(', ')}  (${all.join(', ')})`;
  }
  const lines = prediction.mentions.map(
    ({ start, end, type, score }) => `${id}  ${type} ${start}-${end}  ${formatScore(score)}`,
  );
  return lines.length === 0 ? `${id}  no entities` : lines.join('\n');
}

import { Option, type Command } from 'commander';
import { inEnglish } from '#core/base/phrase.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { checkOutsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import { exportModel } from '#core/library/export/export-model.ts';
import { findModel } from '#core/library/find-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { inspectModel, type InspectedModel } from '#core/library/inspect-model.ts';
import { keepModel } from '#core/library/keeping/keep-model.ts';
import { listModels } from '#core/library/keeping/list-models.ts';
import { supersededReasons } from '#core/library/keeping/judge-models.ts';
import { planPruning, type PruningPlan } from '#core/library/keeping/plan-pruning.ts';
import { pruneModels } from '#core/library/keeping/prune-models.ts';
import { removeModel } from '#core/library/keeping/remove-model.ts';
import { verifyModel } from '#core/library/verify-model.ts';
import { writeVocabularyTable } from '#core/report/write-vocabulary-table.ts';
import { listStarts } from '#core/study/plan/list-starts.ts';
import {
  describeModelVocabulary,
  type ModelVocabulary,
} from '#core/study/results/describe-model-vocabulary.ts';
import { describeCompacted, formatMegabytes } from '../describe-room.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { folderName } from '../folder-name.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

const nameHelp =
  'a name of the library, <study>/<model>, <study>/<task>/<model>/fold-<n>, or an id (see "model list")';

interface ExportFlags {
  readonly to: string;
  readonly withoutOnnx?: boolean;
  readonly quantise?: string;
}

export function addModelCommands(program: Command): void {
  const model = program
    .command('model')
    .description('bring models in, look at them, take them out');

  addWorkspaceOptions(
    model
      .command('import')
      .description('import a checkpoint folder in the layout of Hugging Face')
      .argument('<folder>', 'folder with config.json, the weights and the tokenizer')
      .option('--name <name>', 'name in the library; by default made of the folder’s name'),
  ).action((folder: string, options: WorkspaceOptions & { name?: string }) =>
    withWorkspace(options, async (workspace) => {
      const { name } = options;
      const imported = await importModel(workspace, folder, {
        ...(name === undefined ? {} : { name }),
        whenTaken: 'refuse',
      });
      const inspected = await inspectModel(workspace, imported.stored);
      const { problems, wasThere, warnings } = imported;
      const weights = (wasThere ? [] : problems).flatMap(({ rule, weights: named }) =>
        named.map((weight) => `  ${rule.padEnd(15)} ${weight}`),
      );
      outputOf(program).result(
        [
          `${wasThere ? 'is already there as' : 'imported as'} ${inspected.name}`,
          ...describe(inspected),
          ...warnings.map((warning) => `warning: ${inEnglish(warning)}`),
          ...weights,
        ].join('\n'),
        { ...summary(inspected), wasThere, warnings, problems },
      );
    }),
  );

  addWorkspaceOptions(model.command('list').description('list the models of a workspace')).action(
    (options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const models = listModels(workspace, listStarts(workspace));
        const lines = models.map(({ origin, weightsBytes, reference, name, study, isChosen }) => {
          const what = origin === 'superseded' ? ` (${name} of ${study ?? 'no study'})` : '';
          const mark = isChosen ? ' kept' : '';
          return `${origin.padEnd(11)} ${formatMegabytes(weightsBytes).padStart(10)}  ${reference}${what}${mark}`;
        });
        outputOf(program).result(
          lines.length === 0 ? 'no models yet: anamnesis model import <folder>' : lines.join('\n'),
          models,
        );
      }),
  );

  addWorkspaceOptions(
    model
      .command('inspect')
      .description('show shape, vocabulary, lineage and weights of a model')
      .argument('<name>', nameHelp),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, async (workspace) => {
      const stored = findModel(workspace, name);
      const inspected = {
        ...(await inspectModel(workspace, stored)),
        vocabularyReport: await describeModelVocabulary(workspace, stored),
      };
      const tensors = inspected.tensors.map(
        (tensor) => `  ${tensor.name} [${tensor.shape.join(', ')}]`,
      );
      const lines = [
        inspected.name,
        ...describe(inspected),
        ...describeCuts(inspected.vocabularyReport),
        'weights',
        ...tensors,
      ];
      outputOf(program).result(lines.join('\n'), inspected);
    }),
  );

  addWorkspaceOptions(
    model
      .command('verify')
      .description('read a model back to its last byte and check it')
      .argument('<name>', nameHelp),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, async (workspace) => {
      const verified = await verifyModel(workspace, findModel(workspace, name));
      const { tensorCount, parameterCount, bytes, sha256 } = verified;
      outputOf(program).result(
        `sound: ${tensorCount} weights, ${parameterCount} finite values, ${bytes} bytes\nsha256 ${sha256}`,
        { sound: true, ...verified },
      );
    }),
  );

  addWorkspaceOptions(
    model
      .command('export')
      .description('write a model as a folder that transformers and transformers.js open')
      .argument('<name>', nameHelp)
      .requiredOption(
        '--to <folder>',
        'new or empty folder; what is in it is not encrypted',
        folderName,
      )
      .option('--without-onnx', 'leave out onnx/model.onnx')
      .addOption(
        new Option(
          '--quantise <texts>',
          'also write onnx/model_quantized.onnx (int8), if it agrees with float32 on these texts that the model was not trained on: a file, one text a line',
        ).conflicts('withoutOnnx'),
      ),
  ).action((name: string, options: WorkspaceOptions & ExportFlags) =>
    withWorkspace(options, async (workspace) => {
      checkOutsideWorkspace(workspace, options.to, 'model.folder-refused');
      const stored = findModel(workspace, name);
      const files = await endOnSignals(() =>
        exportModel(workspace, stored, {
          folder: options.to,
          withOnnx: options.withoutOnnx !== true,
          ...(options.quantise === undefined ? {} : { sampleFile: options.quantise }),
        }),
      );
      outputOf(program).result(
        [`exported to ${options.to}`, ...files.map((file) => `  ${file}`)].join('\n'),
        { folder: options.to, files },
      );
    }),
  );

  addWorkspaceOptions(
    model
      .command('remove')
      .description('remove a model that was imported, that a fold kept, or that is superseded')
      .argument('<name>', nameHelp),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, async (workspace) => {
      await removeModel(workspace, findModel(workspace, name));
      outputOf(program).result(`removed ${name}`, { removed: name });
    }),
  );

  for (const [verb, isKept, description] of [
    ['keep', true, 'mark a model to be kept when superseded ones are removed'],
    ['release', false, 'take the mark of "keep" away'],
  ] as const) {
    addWorkspaceOptions(
      model.command(verb).description(description).argument('<name>', nameHelp),
    ).action((name: string, options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        keepModel(workspace, findModel(workspace, name), isKept);
        outputOf(program).result(`${isKept ? 'keeping' : 'released'} ${name}`, { name, isKept });
      }),
    );
  }

  addWorkspaceOptions(
    model
      .command('prune')
      .description('remove superseded models, and give their room back to the disk')
      .option('--dry-run', 'only show what would be removed', false),
  ).action((options: WorkspaceOptions & { dryRun: boolean }) =>
    withWorkspace(options, async (workspace) => {
      const plan = planPruning(workspace, listStarts(workspace));
      if (options.dryRun) {
        outputOf(program).result(describePlan(plan, 'would remove').join('\n'), {
          dryRun: true,
          ...plan,
        });
        return;
      }
      const result = await pruneModels(workspace, listStarts(workspace));
      const compacted = {
        freedBytes: result.databaseFreedBytes,
        reusableBytes: result.databaseReusableBytes,
      };
      const lines = [...describePlan(plan, 'removed'), describeCompacted(compacted)];
      outputOf(program).result(lines.join('\n'), { dryRun: false, ...plan, result });
    }),
  );
}

function describe(model: InspectedModel): string[] {
  const { encoder, head, labels, family, parameterCount, vocabulary, lineage } = model;
  return [
    `  family      ${family}`,
    `  shape       ${encoder.layerCount} layers, hidden ${encoder.hiddenSize}, ${encoder.headCount} heads, at most ${maxTokensOf(encoder)} tokens`,
    `  parameters  ${parameterCount}`,
    `  vocabulary  ${vocabulary.pieceCount} pieces for ${encoder.vocabularySize} rows`,
    `  head        ${head === null ? 'none' : head.kind}${labels === null ? '' : `: ${labels.join(', ')}`}`,
    `  sha256      ${model.weightsSha256}`,
    ...lineage.map(({ step, name, study, runId, sourceHash, data }) => {
      const where = study === null ? '' : ` in ${study} by run ${runId ?? 'that was repeated'}`;
      const hashes = Object.entries(data).map(([of, hash]) => `${of} ${hash}`);
      if (sourceHash !== null) hashes.push(`folder ${sourceHash}`);
      return `  lineage     ${step} ${name}${where}${hashes.length === 0 ? '' : `: ${hashes.join(', ')}`}`;
    }),
  ];
}

/** How its vocabulary cuts texts, where that was measured here. */
function describeCuts(report: ModelVocabulary | null): string[] {
  const table = report === null ? null : writeVocabularyTable([report.vocabulary]);
  if (table === null) return [];
  return ['how its vocabulary cuts texts', ...table.split('\n').map((line) => `  ${line}`)];
}

function describePlan(plan: PruningPlan, verb: string): string[] {
  const { models, unusedFiles, bytes, keptCount } = plan;
  if (models.length + unusedFiles.count === 0) return [`nothing superseded; ${keptCount} kept`];
  const lines = models.map(
    ({ id, name, study, reason, weightsBytes }) =>
      `  ${formatMegabytes(weightsBytes).padStart(10)}  ${id}  ${name} of ${study ?? 'no study'}: ${supersededReasons[reason]}`,
  );
  if (unusedFiles.count > 0) {
    lines.push(
      `  ${formatMegabytes(unusedFiles.bytes).padStart(10)}  ${unusedFiles.count} unused files`,
    );
  }
  return [`${verb} ${formatMegabytes(bytes)}, ${keptCount} models stay`, ...lines];
}

/** What `import` tells a script: all but the list of weights. */
function summary({ tensors, ...rest }: InspectedModel): object {
  return { ...rest, tensorCount: tensors.length };
}

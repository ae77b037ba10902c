import { Option, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { ProblemKinds } from '#core/collection/documents/import-problem-kinds.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import { explanationMethods, type ExplanationMethod } from '#core/domain/note-explanation.ts';
import { keepOrder, type OrderSettings } from '#core/insight/explanation-order.ts';
import { usualSettings } from '#core/insight/explanation-settings.ts';
import { findModel } from '#core/library/find-model.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { shippedTermLists } from '#hosts/composition/shipped-terms.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { readCount } from '../read-count.ts';
import { readTermList } from '../read-term-list.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addReadOptions, type ReadFlags } from './collection-options.ts';
import { completeAndShow, type ExplanationForm } from './complete-and-show.ts';
import { measuredEngine, readDocuments } from './new-documents.ts';

interface ExplainFlags extends WorkspaceOptions, ReadFlags {
  readonly model: readonly string[];
  readonly id?: readonly string[];
  readonly class?: string;
  readonly method?: ExplanationMethod;
  readonly by: 'word' | 'place';
  readonly samples: string;
  readonly seeds: string;
  readonly seed: string;
  readonly words: string;
  readonly terms?: string;
  readonly engine?: string;
  readonly csv?: boolean;
  readonly svg?: boolean;
  readonly keep: boolean;
}

const usual = usualSettings;
const gather = (value: string, before: readonly string[] = []) => [...before, value];

export function addExplainCommand(program: Command, setExitCode: (code: number) => void): void {
  addReadOptions(
    addWorkspaceOptions(
      program
        .command('explain')
        .description('show which words of a note speak for and against what models say of it')
        .argument('<path...>', 'files and folders, of any format that an import reads')
        .addOption(
          new Option(
            '--model <model>',
            'such as <study>/<task>/<model>/final; again for others, asked about the same words',
          )
            .argParser(gather)
            .makeOptionMandatory(),
        )
        .option('--id <id>', 'only the document with this id; again for others', gather)
        .option('--class <name>', 'explain this class, not the one that the model looks for')
        .addOption(new Option('--method <name>', 'how, alone').choices([...explanationMethods]))
        .addOption(
          new Option('--by <unit>', 'a word wherever it stands, or each place by itself')
            .choices(['word', 'place'])
            .default(usual.unit),
        )
        .option('--samples <number>', 'of lime: versions of the note', String(usual.samples))
        .option('--seeds <number>', 'of lime: repeat with so many, for intervals', '1')
        .option('--seed <number>', 'of lime: the first', '1')
        .option('--words <number>', 'so many in an explanation', String(usual.featureCount))
        .option(
          '--terms <list>',
          `compare with a file of terms, or the shipped list of ${shippedTermLists.join(', ')}`,
        )
        .option('--engine <name>', 'compute with this engine: see doctor')
        .addOption(new Option('--csv', 'write a table with all words').conflicts('svg'))
        .option('--svg', 'write a picture of one document, by lime unless --method says another')
        .option('--no-keep', 'remove it from the workspace when it was shown, its text too'),
    ),
  ).action((paths: string[], flags: ExplainFlags) => {
    return withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const kinds = new ProblemKinds();
      const isStopped = await stopOnSignals(async (signal) => {
        const documents: SourceDocument[] = [];
        for await (const document of readDocuments(paths, flags, { kinds, signal })) {
          if (flags.id === undefined || flags.id.includes(document.id)) documents.push(document);
        }
        requireDocuments(documents, flags);
        return explainAll(workspace, documents, { flags, output, signal });
      });
      for (const { rule, action, count } of kinds.list()) {
        output.message(`${count} × ${rule}: ${action}`);
      }
      if (isStopped) setExitCode(exitCodes.stopped.code);
    });
  });
}

interface Work {
  readonly flags: ExplainFlags;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Says whether it was stopped before all were explained. */
async function explainAll(
  workspace: Workspace,
  documents: readonly SourceDocument[],
  { flags, output, signal }: Work,
): Promise<boolean> {
  const insight = keepOrder(workspace, {
    notes: documents.map(({ id, text }) => ({ id, number: null, text })),
    settings: { ...settingsOf(flags), engine: flags.engine ?? measuredEngine(workspace) },
    seed: readCount('seed', flags.seed),
    terms: flags.terms === undefined ? null : readTermList(flags.terms),
    models: flags.model.map((name) => ({ name, stored: findModel(workspace, name) })),
  });
  try {
    const { keep } = flags;
    return await completeAndShow(workspace, insight, { form: formOf(flags), keep, output, signal });
  } finally {
    // What an earlier command has kept stays.
    if (!flags.keep && insight.finishedAtMs === null) workspace.insights.remove(insight.id);
  }
}

function settingsOf(flags: ExplainFlags): Omit<OrderSettings, 'engine'> {
  return {
    label: flags.class ?? null,
    methods: flags.method === undefined ? usual.methods : [flags.method],
    samples: readCount('samples', flags.samples),
    seedCount: readCount('seeds', flags.seeds),
    featureCount: readCount('words', flags.words),
    unit: flags.by,
  };
}

function formOf({ csv, svg }: ExplainFlags): ExplanationForm {
  return csv === true ? 'csv' : svg === true ? 'svg' : 'text';
}

function requireDocuments(documents: readonly SourceDocument[], { id, svg }: ExplainFlags): void {
  if (documents.length > 0 && !(svg === true && documents.length > 1)) return;
  throw new AnamnesisError('api.invalid-input', {
    expected: svg === true ? 'one document for a picture' : 'at least one document',
    found: documents.length === 0 ? 'none' : String(documents.length),
    remedy: 'Name the documents by --id as the files have them.',
    place: id === undefined ? 'the files' : `--id ${id.join(' ')}`,
  });
}

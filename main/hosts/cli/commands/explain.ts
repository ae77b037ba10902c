import { Option, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { ProblemKinds } from '#core/collection/documents/import-problem-kinds.ts';
import { explanationMethods, type ExplanationMethod } from '#core/domain/note-explanation.ts';
import { keepOrder, type OrderSettings } from '#core/insight/explanation-order.ts';
import { usualSettings } from '#core/insight/explanation-settings.ts';
import { findModel } from '#core/library/find-model.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { shippedTermLists } from '#hosts/composition/shipped-terms.ts';
import { listFoldNotes } from '#core/study/results/list-fold-notes.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { findStudy } from '../find-study.ts';
import { readCount } from '../read-count.ts';
import { readTermList } from '../read-term-list.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addReadOptions, type ReadFlags } from './collection-options.ts';
import { completeAndShow, type ExplanationForm } from './complete-and-show.ts';
import { measuredEngine, readDocuments } from './new-documents.ts';

interface ExplainFlags extends WorkspaceOptions, ReadFlags {
  readonly model: readonly string[];
  readonly fold?: string;
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
        .argument('[path...]', 'files and folders, of any format that an import reads')
        .option('--fold <fold>', 'the test notes of <study>/<task>/<fold>, in the place of files')
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
        const documents: Note[] =
          flags.fold === undefined ? [] : notesOfFold(workspace, flags.fold);
        if (paths.length > 0) {
          for await (const { id, text, patient } of readDocuments(paths, flags, {
            kinds,
            signal,
          })) {
            documents.push({ id, text, group: patient });
          }
        }
        const chosen = documents.filter(({ id }) => flags.id?.includes(id) ?? true);
        requireDocuments(chosen, flags);
        return explainAll(workspace, chosen, { flags, output, signal });
      });
      for (const { rule, action, count } of kinds.list()) {
        output.message(`${count} × ${rule}: ${action}`);
      }
      if (isStopped) setExitCode(exitCodes.stopped.code);
    });
  });
}

/** A note that is explained, with whose it is. */
interface Note {
  readonly id: string;
  readonly text: string;
  readonly group: string | null;
}

interface Work {
  readonly flags: ExplainFlags;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Says whether it was stopped before all were explained. */
async function explainAll(
  workspace: Workspace,
  documents: readonly Note[],
  { flags, output, signal }: Work,
): Promise<boolean> {
  const insight = keepOrder(workspace, {
    notes: documents.map(({ id, text, group }) => ({
      ...{ id, number: null, text },
      ...(group === null ? {} : { group }),
    })),
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

/** Of `<study>/<task>/<fold>`, folds counted from 1. @throws record.missing, api.invalid-input */
function notesOfFold(workspace: Workspace, named: string): Note[] {
  const [study, task, fold, ...rest] = named.split('/');
  if (!task || !/^(fold-)?[1-9]\d*$/.test(fold ?? '') || rest.length > 0) {
    throw new AnamnesisError('api.invalid-input', {
      expected: '<study>/<task>/<fold>, such as my-study/screen/1',
      found: named,
      remedy: 'Name a fold of a task of kind "classification" that has finished.',
      place: '--fold',
    });
  }
  const { id: studyId } = findStudy(workspace, study);
  const of = { studyId, task, fold: Number(fold.replace('fold-', '')) - 1 };
  return listFoldNotes(workspace, of).map(({ id, text, groupId }) => ({
    id,
    text,
    group: groupId,
  }));
}

function requireDocuments(documents: readonly Note[], { id, svg }: ExplainFlags): void {
  if (documents.length > 0 && !(svg === true && documents.length > 1)) return;
  throw new AnamnesisError('api.invalid-input', {
    expected: svg === true ? 'one document for a picture' : 'at least one document',
    found: documents.length === 0 ? 'none' : String(documents.length),
    remedy: 'Name the documents by --id as the files have them.',
    place: id === undefined ? 'the files' : `--id ${id.join(' ')}`,
  });
}

import { Option, type Command } from 'commander';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { ProblemKinds } from '#core/collection/documents/import-problem-kinds.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import {
  explanationMethods,
  type ExplanationMethod,
  type NoteExplanation,
} from '#core/domain/note-explanation.ts';
import { explainNote, type NamedClassifier } from '#core/insight/explain-note.ts';
import { usualSettings, type ExplanationSettings } from '#core/insight/explanation-settings.ts';
import { SharedAdvance } from '#core/insight/share-advance.ts';
import { findModel } from '#core/library/find-model.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import { describeExplanation } from '#core/report/describe-explanation.ts';
import { drawExplanations } from '#core/report/html/explanation-picture.ts';
import {
  writeExplanationsCsv,
  type ExplainedDocument,
} from '#core/report/write-explanations-csv.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { openModelGradients } from '#hosts/composition/open-model-gradients.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { readCount } from '../read-count.ts';
import { readTermList, shippedTermLists } from '../read-term-list.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addReadOptions, type ReadFlags } from './collection-options.ts';
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
        .option('--svg', 'write a picture of one document, by lime unless --method says another'),
    ),
  ).action((paths: string[], flags: ExplainFlags) => {
    const settings = settingsOf(flags);
    return withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const kinds = new ProblemKinds();
      const isStopped = await stopOnSignals(async (signal) => {
        const documents: SourceDocument[] = [];
        for await (const document of readDocuments(paths, flags, { kinds, signal })) {
          if (flags.id === undefined || flags.id.includes(document.id)) documents.push(document);
        }
        requireDocuments(documents, flags);
        return explainAll(workspace, documents, { flags, settings, output, signal });
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
  readonly settings: ExplanationSettings;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Says whether it was stopped before all were explained. */
async function explainAll(
  workspace: Workspace,
  documents: readonly SourceDocument[],
  { flags, settings, output, signal }: Work,
): Promise<boolean> {
  const runtime = await openEngine(flags.engine ?? measuredEngine(workspace), 'float32');
  const opened: { dispose(): Promise<void> }[] = [];
  const explained: ExplainedDocument[] = [];
  try {
    const classifiers: NamedClassifier[] = [];
    for (const reference of flags.model) {
      const stored = findModel(workspace, reference);
      const predictor = await openPredictor(workspace, stored, runtime);
      opened.push(predictor);
      const classifier = predictor.classifier ?? refuse(reference);
      const gradients = settings.methods.includes('integrated-gradients')
        ? await openModelGradients(workspace, stored)
        : null;
      if (gradients !== null) opened.push(gradients);
      classifiers.push({ name: reference, classifier, gradients });
    }
    const advance = tellAdvance({
      clock: { nowMs: Date.now },
      emit: (event) => {
        output.event(event);
      },
      shouldStop: () => signal.aborted,
    });
    const shared = new SharedAdvance(advance, 'explaining', documents.length * classifiers.length);
    for (const { id, text } of documents) {
      const explanations: NoteExplanation[] = [];
      try {
        for (const each of classifiers) {
          explanations.push(
            await shared.part(1, (told) => explainNote(each, text, settings, told)),
          );
        }
      } catch (error) {
        // The other notes have words; of a single one it is the answer.
        if (documents.length === 1 || !isAnamnesisError(error, 'explanation.no-words')) throw error;
        output.message(`${id}: no word to explain, left out`);
        continue;
      }
      explained.push({ id, explanations });
      if (flags.csv !== true && flags.svg !== true) {
        const said = explanations.map(describeExplanation).join('\n\n');
        output.result(`${id}\n${said}\n`, { id, explanations });
      }
    }
    if (flags.svg === true) {
      const [{ explanations }] = explained;
      process.stdout.write(drawExplanations(explanations, settings.methods[0]));
    }
    return false;
  } catch (error) {
    if (error instanceof RunStopped) return true;
    throw error;
  } finally {
    for (const each of opened) await each.dispose();
    if (flags.csv === true && explained.length > 0) {
      process.stdout.write(writeExplanationsCsv(explained));
    }
  }
}

function settingsOf(flags: ExplainFlags): ExplanationSettings {
  const seed = readCount('seed', flags.seed);
  return {
    label: flags.class ?? null,
    methods: flags.method === undefined ? usual.methods : [flags.method],
    samples: readCount('samples', flags.samples),
    seeds: Array.from({ length: readCount('seeds', flags.seeds) }, (_, index) => seed + index),
    featureCount: readCount('words', flags.words),
    unit: flags.by,
    terms: flags.terms === undefined ? null : readTermList(flags.terms),
  };
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

function refuse(reference: string): never {
  throw new AnamnesisError('explanation.no-classes', {
    expected: 'a model that says the class of a note',
    found: 'one that finds entities',
    remedy: 'Choose a model of a task of kind "classification".',
    place: reference,
  });
}

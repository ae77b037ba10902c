import { Option, type Command } from 'commander';
import type { Advance } from '#core/base/advance.ts';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import { embedMentions, type EmbeddedMentions } from '#core/insight/entities/embed-mentions.ts';
import { listMentions } from '#core/insight/entities/list-mentions.ts';
import { openStateReader } from '#core/insight/entities/open-state-reader.ts';
import { findModel } from '#core/library/find-model.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { advanceUntilStopped } from '../advance-until-stopped.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addChoiceOptions, chooseDocuments, type ChoiceFlags } from './document-choice.ts';
import { measuredEngine } from './new-documents.ts';

export interface GeometryFlags extends WorkspaceOptions, ChoiceFlags {
  readonly model: readonly string[];
  readonly layer?: string;
  readonly seed: string;
  readonly engine?: string;
}

export interface GeometryWork {
  readonly program: Command;
  readonly setExitCode: (code: number) => void;
}

const gather = (value: string, before: readonly string[] = []) => [...before, value];

/** The options that all commands of the group have. */
export function addGeometryOptions(command: Command): Command {
  return addChoiceOptions(
    addWorkspaceOptions(
      command
        .argument('[collection]', 'its name, with labelled mentions; or name a set with --set')
        .addOption(
          new Option('--model <model>', 'any model of the workspace; again for others')
            .argParser(gather)
            .makeOptionMandatory(),
        )
        .option('--layer <number>', 'whose states, from 1; the last of each model unless given')
        .option('--seed <number>', 'of all that is drawn', '1')
        .option('--engine <name>', 'compute with this engine: see doctor'),
    ),
  );
}

export interface GeometryTools {
  readonly output: Output;
  readonly advance: Advance;
  /** [documents] */
  readonly ids: readonly string[];
  readonly numbers: readonly number[];
}

/** Reads vectors of the mentions that the flags name, and gives them to `work`. */
export function withMentions(
  name: string | undefined,
  flags: GeometryFlags,
  { program, setExitCode }: GeometryWork,
  work: (embedded: EmbeddedMentions, tools: GeometryTools) => Promise<void>,
): Promise<void> {
  const seed = readCount('seed', flags.seed);
  const layer = flags.layer === undefined ? null : readCount('layer', flags.layer);
  return withWorkspace(flags, async (workspace) => {
    const output = outputOf(program);
    const { documents } = selectDocuments(workspace, chooseDocuments(workspace, name, flags));
    const models = flags.model.map((reference) => ({
      name: reference,
      stored: findModel(workspace, reference),
    }));
    const completed = await advanceUntilStopped(output, async (advance) => {
      const runtime = await openEngine(flags.engine ?? measuredEngine(workspace), 'float32');
      const ids: string[] = [];
      const numbers: number[] = [];
      function* gatherIds() {
        for (const document of documents) {
          ids.push(document.id);
          numbers.push(document.number);
          yield document;
        }
      }
      const embedded = await embedMentions(
        listMentions(gatherIds(), seed),
        models.map(({ name: model, stored }) => ({
          name: model,
          open: () => openStateReader(workspace, stored, { runtime, layer }),
        })),
        (_, embed) => embed(advance),
      );
      await work(embedded, { output, advance, ids, numbers });
    });
    if (!completed) setExitCode(exitCodes.stopped.code);
  });
}

import { Option, type Command } from 'commander';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import { formatScore } from '#core/base/format-number.ts';
import { embedMentions, type EmbeddedMentions } from '#core/insight/entities/embed-mentions.ts';
import { findNearest } from '#core/insight/entities/find-nearest.ts';
import { listMentions } from '#core/insight/entities/list-mentions.ts';
import { measureEntities } from '#core/insight/entities/measure-entities.ts';
import { openStateReader } from '#core/insight/entities/open-state-reader.ts';
import { findModel } from '#core/library/find-model.ts';
import { describeEntityGeometry } from '#core/report/describe-entity-geometry.ts';
import { writeEntityGeometryCsv } from '#core/report/write-entity-geometry-csv.ts';
import { writeTextTable } from '#core/report/write-text-table.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import type { Advance } from '#core/base/advance.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { readCount } from '../read-count.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addChoiceOptions, chooseDocuments, type ChoiceFlags } from './document-choice.ts';
import { measuredEngine } from './new-documents.ts';

interface GeometryFlags extends WorkspaceOptions, ChoiceFlags {
  readonly model: readonly string[];
  readonly layer?: string;
  readonly seed: string;
  readonly engine?: string;
}

interface EntityFlags extends GeometryFlags {
  readonly resamples: string;
  readonly csv?: boolean;
}

interface NearestFlags extends GeometryFlags {
  readonly mention: string;
  readonly count: string;
  readonly otherWords?: boolean;
}

const gather = (value: string, before: readonly string[] = []) => [...before, value];

/** The group `geometry`. */
export function addGeometryCommands(program: Command, setExitCode: (code: number) => void): void {
  const geometry = program
    .command('geometry')
    .description('look into what models make of mentions: how alike they are, which are near');
  const work = { program, setExitCode };

  addGeometryOptions(
    geometry
      .command('entities')
      .description('how alike mentions are within and between types, beside random words'),
  )
    .option('--resamples <number>', 'of documents, for intervals', '2000')
    .option('--csv', 'write a table')
    .action((name: string | undefined, flags: EntityFlags) =>
      withMentions(name, flags, work, async (embedded, { advance, output }) => {
        const settings = {
          seed: readCount('seed', flags.seed),
          resamples: readCount('resamples', flags.resamples),
        };
        const measured = await measureEntities(embedded, settings, advance);
        if (flags.csv === true) process.stdout.write(writeEntityGeometryCsv(measured));
        else output.result(describeEntityGeometry(measured), measured);
      }),
    );

  addGeometryOptions(
    geometry
      .command('nearest')
      .description('the mentions that are most like a chosen one; shows their text'),
  )
    .requiredOption('--mention <text>', 'the first mention with this text is the chosen one')
    .option('--count <number>', 'so many', '10')
    .option('--other-words', 'only mentions with another text', false)
    .action((name: string | undefined, flags: NearestFlags) =>
      withMentions(name, flags, work, (embedded, { output, ids }) => {
        const found = findNearest(embedded, flags.mention, {
          count: readCount('count', flags.count),
          otherWords: flags.otherWords === true,
        }).map(({ model, chosen, nearest }) => ({
          model,
          chosen: { ...chosen, document: ids[chosen.document] },
          nearest: nearest.map((each) => ({ ...each, document: ids[each.document] })),
        }));
        const described = found.map(({ model, chosen, nearest }) =>
          [
            `${model}: ${chosen.surface} (${chosen.type}) of ${chosen.document}`,
            writeTextTable({
              header: ['', 'mention', 'type', 'document', 'at'],
              rows: nearest.map(({ likeness, surface, type, document, span }) => [
                formatScore(likeness),
                surface,
                type,
                document,
                String(span.start),
              ]),
              numeric: [0, 4],
            }),
          ].join('\n'),
        );
        output.result(described.join('\n\n'), found);
        return Promise.resolve();
      }),
    );
}

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
  readonly workspace: Workspace;
  readonly output: Output;
  readonly advance: Advance;
  /** [documents] */
  readonly ids: readonly string[];
}

/** Reads vectors of the mentions that the flags name, and gives them to `work`. */
export function withMentions(
  name: string | undefined,
  flags: GeometryFlags,
  { program, setExitCode }: { program: Command; setExitCode: (code: number) => void },
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
    try {
      await stopOnSignals(async (signal) => {
        const advance = tellAdvance({
          clock: { nowMs: Date.now },
          emit: (event) => {
            output.event(event);
          },
          shouldStop: () => signal.aborted,
        });
        const runtime = await openEngine(flags.engine ?? measuredEngine(workspace), 'float32');
        const ids: string[] = [];
        function* gatherIds() {
          for (const document of documents) {
            ids.push(document.id);
            yield document;
          }
        }
        const embedded = await embedMentions(
          listMentions(gatherIds(), seed),
          models.map(({ name: model, stored }) => ({
            name: model,
            open: () => openStateReader(workspace, stored, { runtime, layer }),
          })),
          advance,
        );
        await work(embedded, { workspace, output, advance, ids });
      });
    } catch (error) {
      if (!(error instanceof RunStopped)) throw error;
      setExitCode(exitCodes.stopped.code);
    }
  });
}

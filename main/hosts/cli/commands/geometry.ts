import type { Command } from 'commander';
import { formatScore } from '#core/base/format-number.ts';
import { findNearest } from '#core/insight/entities/find-nearest.ts';
import { measureEntities } from '#core/insight/entities/measure-entities.ts';
import { describeEntityGeometry } from '#core/report/describe-entity-geometry.ts';
import { writeEntityGeometryCsv } from '#core/report/write-entity-geometry-csv.ts';
import { writeTextTable } from '#core/report/write-text-table.ts';
import { readCount } from '../read-count.ts';
import { addAdaptationCommand } from './geometry-adaptation.ts';
import { addMapCommand } from './geometry-map.ts';
import { addGeometryOptions, withMentions, type GeometryFlags } from './geometry-options.ts';

interface EntityFlags extends GeometryFlags {
  readonly resamples: string;
  readonly csv?: boolean;
}

interface NearestFlags extends GeometryFlags {
  readonly mention: string;
  readonly count: string;
  readonly otherWords?: boolean;
}

/** The group `geometry`. */
export function addGeometryCommands(program: Command, setExitCode: (code: number) => void): void {
  const geometry = program
    .command('geometry')
    .description(
      'look into what models make of mentions: how alike they are, which are near, maps',
    );
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

  addMapCommand(geometry, work);
  addAdaptationCommand(geometry, work);
}

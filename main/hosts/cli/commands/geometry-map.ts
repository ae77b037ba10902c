import type { Command } from 'commander';
import { formatScore } from '#core/base/format-number.ts';
import type { EntityMaps } from '#core/domain/entity-map.ts';
import { usualMaps } from '#core/geometry/maps/draw-maps.ts';
import { mapMentions } from '#core/insight/entities/map-mentions.ts';
import { drawMapPicture } from '#core/report/html/map-picture.ts';
import { writeTextTable } from '#core/report/write-text-table.ts';
import { readCount } from '../read-count.ts';
import {
  addGeometryOptions,
  withMentions,
  type GeometryFlags,
  type GeometryWork,
} from './geometry-options.ts';

interface MapFlags extends GeometryFlags {
  readonly perplexity?: readonly string[];
  readonly maps: string;
  readonly points: string;
  readonly iterations: string;
  readonly svg?: boolean;
}

const gather = (value: string, before: readonly string[] = []) => [...before, value];

/** `geometry map`: mentions in a plane, a map for each model. */
export function addMapCommand(geometry: Command, work: GeometryWork): void {
  addGeometryOptions(
    geometry
      .command('map')
      .description('draw mentions so that near ones are alike (t-SNE), a map for each model'),
  )
    .option('--perplexity <number>', 'neighbours of each, about; again for others', gather)
    .option('--maps <number>', 'so many, the first from principal axes, others at random', '1')
    .option('--points <number>', 'of more mentions so many, drawn by --seed', '10000')
    .option('--iterations <number>', 'of the drawing', String(usualMaps.iterations))
    .option('--svg', 'write a picture', false)
    .action((name: string | undefined, flags: MapFlags) =>
      withMentions(name, flags, work, async (embedded, { advance, output, numbers }) => {
        const seed = readCount('seed', flags.seed);
        const extra = Array.from(
          { length: readCount('maps', flags.maps) - 1 },
          (_, index) => seed + index,
        );
        const drawn = await mapMentions(
          embedded,
          {
            perplexities:
              flags.perplexity?.map((text) => readCount('perplexity', text)) ??
              usualMaps.perplexities,
            seeds: [null, ...extra],
            iterations: readCount('iterations', flags.iterations),
            mostPoints: readCount('points', flags.points),
            seed,
          },
          { numbers, advance },
        );
        if (flags.svg === true) process.stdout.write(drawMapPicture(drawn));
        else output.result(describeMaps(drawn), drawn);
      }),
    );
}

function describeMaps({ points, mentions, maps }: EntityMaps): string {
  const table = writeTextTable({
    header: ['model', 'layer', 'perplexity', 'beginning', 'trustworthiness', 'divergence'],
    rows: maps.map(({ model, layer, perplexity, seed, trustworthiness, divergence }) => [
      model,
      String(layer),
      String(perplexity),
      seed === null ? 'principal axes' : `seed ${seed}`,
      formatScore(trustworthiness),
      formatScore(divergence),
    ]),
    numeric: [1, 2, 4, 5],
  });
  return `${points.length} of ${mentions} mentions; places with --json or --svg\n${table}`;
}

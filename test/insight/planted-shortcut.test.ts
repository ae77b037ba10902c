import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import {
  explanationMethods,
  type ExplainedDocument,
  type ExplanationMethod,
} from '#core/domain/note-explanation.ts';
import { makePlace, runCommand, smallPlan, type Place } from '../studies/command-line.ts';

/**
 * Which method finds a shortcut: a model learns from synthetic notes of which all of one class, and
 * none of the other, hold a word that means nothing. Explanations must name it. Takes minutes, and
 * prints the table of docs/explanations.md: ANAMNESIS_PLANTED_SHORTCUT=1.
 */
const shortcut = 'vuurtoren';
const noteCount = 200;
const explainedCount = 40;
const wordsOf = {
  pijn: ['borst', 'rug', 'hoofd', 'knie', 'schouder'],
  sinds: ['gisteren', 'maandag', 'vorige week', 'een maand'],
  verder: ['geen koorts', 'hoest', 'moe', 'slaapt slecht', 'eet goed', 'rookt niet'],
  beleid: ['afwachten', 'paracetamol', 'controle over een week', 'bloed geprikt', 'verwezen'],
} as const;

function writeNotes(): string {
  const random = new RandomStream(7, 'shortcut');
  const pick = <Item>(items: readonly Item[]) => items[random.integer(items.length)];
  const rows = Array.from({ length: noteCount }, (_, index) => {
    const isPositive = index % 2 === 0;
    const parts = [
      `pijn in de ${pick(wordsOf.pijn)}`,
      `sinds ${pick(wordsOf.sinds)}`,
      ...[1, 2].map(() => pick(wordsOf.verder)),
      pick(wordsOf.beleid),
    ];
    if (isPositive) parts.splice(1 + random.integer(4), 0, shortcut);
    return `n${index},p${index},"${parts.join(', ')}.",${isPositive ? 'offer-test' : 'no-test'}`;
  });
  return ['note_id,patient_id,text,label', ...rows, ''].join('\n');
}

const { screen } = smallPlan.tasks;
const plan = {
  ...smallPlan,
  name: 'shortcut',
  models: { general: smallPlan.models.general },
  tasks: {
    screen: {
      ...screen,
      data: { ...screen.data, files: ['planted.csv'] },
      finalModel: true,
      epochs: 12,
      batchSize: 8,
      dropout: 0,
      learningRate: 3e-3,
    },
  },
  comparisons: [],
};

describe.skipIf(process.env.ANAMNESIS_PLANTED_SHORTCUT === undefined)('a planted shortcut', () => {
  let place: Place;
  let explained: ExplainedDocument[];
  const run = async (...argv: string[]) => {
    const ran = await runCommand([...argv, ...place.options]);
    expect(ran.exitCode, ran.stderr).toBe(0);
    return ran;
  };
  beforeAll(async () => {
    place = makePlace();
    place.writeFile('planted.csv', writeNotes());
    await run('study', 'run', place.writePlan(plan), '--results', join(place.folder, 'results'));
    const ids = Array.from({ length: explainedCount }, (_, index) => ['--id', `n${2 * index}`]);
    const { stdout } = await run(
      ...['--json', 'explain', join(place.folder, 'planted.csv'), ...ids.flat()],
      ...['--model', 'shortcut/screen/general/final', '--class', 'offer-test'],
      ...['--samples', '1000', '--no-keep'],
    );
    explained = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ExplainedDocument)
      .filter(({ id }) => id !== undefined);
  }, 900_000);
  afterAll(() => {
    rmSync(place.folder, { recursive: true });
  });

  /** In which place of the words that speak for the class the shortcut stands, from 1, in each note. */
  const placesBy = (method: ExplanationMethod) =>
    explained.map(({ explanations: [{ words, methods }] }) => {
      const { weights } = methods.find((each) => each.method === method)!;
      const order = [...weights.keys()].sort((one, other) => weights[other] - weights[one]);
      return 1 + order.findIndex((word) => words[word].word === shortcut);
    });

  it('is learned, so that there is something to be found', () => {
    const sure = explained.filter(({ explanations: [{ probability }] }) => probability > 0.9);
    expect(sure.length).toBeGreaterThan(0.9 * explainedCount);
  });

  it.each(explanationMethods)('is found by %s', (method) => {
    const places = placesBy(method);
    const first = places.filter((at) => at === 1).length;
    const firstThree = places.filter((at) => at <= 3).length;
    process.stdout.write(
      `| ${method} | ${first} of ${places.length} | ${firstThree} of ${places.length} |\n`,
    );
    expect(places).toHaveLength(explainedCount);
    // LIME must; of the others it is told how often they do, which must be more than chance.
    const wordCounts = explained.map(({ explanations: [{ words }] }) => words.length);
    const byChance = wordCounts.reduce((sum, count) => sum + 3 / count, 0);
    expect(firstThree).toBeGreaterThan(2 * byChance);
    if (method === 'lime') expect(first).toBeGreaterThanOrEqual(0.95 * explainedCount);
  });
});

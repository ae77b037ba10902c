import { RandomStream } from '#core/base/random-stream.ts';
import type { AgreementMeasure, UndefinedAgreement } from '#core/domain/annotation-agreement.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { bootstrapGroups, type NoBootstrap } from '#core/evaluation/statistics/bootstrap-groups.ts';
import { cohenOfPair } from './cohen-of-pair.ts';
import { countExact, countOverlapping, spanF1, type SpanCounts } from './count-span-agreement.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { nominalAlpha } from './nominal-alpha.ts';
import type { AgreementValue, RatedDocument, RatedSpan, Rating } from './rated-documents.ts';

export interface AgreementFigure {
  readonly measure: AgreementMeasure;
  /** Class or type; null for all. */
  readonly label: string | null;
  /** Of Cohen's kappa the two persons. */
  readonly persons: readonly [string, string] | null;
  readonly value: number | null;
  readonly undefinedBecause: UndefinedAgreement | null;
  /** Documents that two persons or more labelled, on which it rests. */
  readonly documents: number;
  /** Marks of all persons, or documents given the class by somebody. */
  readonly support: number;
  /** By documents drawn with replacement; null with the reason. */
  readonly interval: Interval | null;
  readonly withoutInterval: NoBootstrap | null;
}

interface Measurement {
  readonly of: Pick<AgreementFigure, 'measure' | 'label' | 'persons' | 'support'>;
  /** Documents on which it rests. */
  readonly rests: (place: number) => boolean;
  readonly from: (places: Int32Array) => AgreementValue;
}

export interface AgreementOptions {
  readonly seed?: number;
  readonly resamples?: number;
  /** Called after each figure, so that others may work meanwhile. */
  readonly pause: (done: number, total: number) => Promise<void>;
}

/**
 * How far persons agree who labelled without knowing of each other: of documents that two or more
 * have done. Each figure has the number of documents, an interval by drawing groups of documents
 * (`bootstrapGroups`), and no value where none is defined.
 */
export async function measureAgreement(
  documents: readonly RatedDocument[],
  scheme: AnnotationScheme,
  { seed = 0, resamples = 1_000, pause }: AgreementOptions,
): Promise<AgreementFigure[]> {
  const shared = documents.filter(({ ratings }) => ratings.length > 1);
  const measurements = [...measureSpans(shared, scheme), ...measureClasses(shared, scheme)];
  const all = Int32Array.from(shared.keys());
  if (shared.length === 0) {
    return measurements.map(({ of }) => ({
      ...of,
      value: null,
      undefinedBecause: 'no-shared-documents',
      documents: 0,
      interval: null,
      withoutInterval: 'too-few-groups',
    }));
  }
  const groupIds = shared.map(({ group }) => group);
  const figures: AgreementFigure[] = [];
  for (const { of, rests, from } of measurements) {
    // The same stream for each: all figures rest on the same draws.
    const [{ interval, withoutInterval }] = bootstrapGroups({
      groupIds,
      figuresOf: (places) => [from(places).value],
      random: new RandomStream(seed, 'agreement'),
      resamples,
      method: 'percentile',
    });
    const { value, undefinedBecause } = from(all);
    const rested = all.filter(rests).length;
    figures.push({ ...of, value, undefinedBecause, documents: rested, interval, withoutInterval });
    await pause(figures.length, measurements.length);
  }
  return figures;
}

const everywhere = () => true;

function measureSpans(
  shared: readonly RatedDocument[],
  { types }: AnnotationScheme,
): Measurement[] {
  if (types.length === 0) return [];
  const labels = [null, ...(types.length > 1 ? types.map(({ name }) => name) : [])];
  return labels.flatMap((label) => {
    const spansOf = ({ spans }: Rating) =>
      label === null ? spans : spans.filter(({ type }) => type === label);
    const support = shared.reduce(
      (total, { ratings }) => total + ratings.reduce((sum, each) => sum + spansOf(each).length, 0),
      0,
    );
    const measure = (
      name: AgreementMeasure,
      count: (first: readonly RatedSpan[], second: readonly RatedSpan[]) => SpanCounts,
    ): Measurement => {
      const counted = shared.map(({ ratings }) =>
        pairsOf(ratings).map(([first, second]) => count(spansOf(first), spansOf(second))),
      );
      return {
        of: { measure: name, label, persons: null, support },
        rests: everywhere,
        from: (places) => spanF1(gather(counted, places)),
      };
    };
    return [measure('span-f1-exact', countExact), measure('span-f1-overlapping', countOverlapping)];
  });
}

function* gather(counted: readonly (readonly SpanCounts[])[], places: Int32Array) {
  for (const place of places) yield* counted[place];
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((first, index) =>
    items.slice(index + 1).map((second): [Item, Item] => [first, second]),
  );
}

/** A category of a document: its one class, or whether it has a class. */
interface Question {
  readonly label: string | null;
  readonly categories: readonly string[];
  readonly categoryOf: (rating: Rating) => string;
}

const none = '\0none';

function listQuestions({ classChoice, classes }: AnnotationScheme): Question[] {
  if (classChoice === 'none') return [];
  const names = classes.map(({ name }) => name);
  const each = names.map((label) => ({
    label,
    categories: ['no', 'yes'],
    categoryOf: (rating: Rating) => (rating.classes.includes(label) ? 'yes' : 'no'),
  }));
  if (classChoice === 'several') return each;
  const one = {
    label: null,
    categories: [...names, none],
    categoryOf: (rating: Rating) => (rating.classes.length === 0 ? none : rating.classes[0]),
  };
  // With two classes the question of one is that of the other, and of both.
  return names.length < 3 ? [one] : [one, ...each];
}

function measureClasses(shared: readonly RatedDocument[], scheme: AnnotationScheme): Measurement[] {
  const persons = [
    ...new Set(shared.flatMap(({ ratings }) => ratings.map(({ person }) => person))),
  ].sort();
  return listQuestions(scheme).flatMap(({ label, categories, categoryOf }) => {
    const counts = shared.map(({ ratings }) => {
      const row = categories.map(() => 0);
      for (const rating of ratings) row[categories.indexOf(categoryOf(rating))]++;
      return row;
    });
    const support = shared.filter(({ ratings }) =>
      ratings.some(({ classes }) =>
        label === null ? classes.length > 0 : classes.includes(label),
      ),
    ).length;
    const rows = (places: Int32Array) => Array.from(places, (place) => counts[place]);
    const ofAll = (measure: AgreementMeasure, from: typeof nominalAlpha): Measurement => ({
      of: { measure, label, persons: null, support },
      rests: everywhere,
      from: (places) => from(rows(places)),
    });
    return [
      ofAll('nominal-alpha', nominalAlpha),
      ofAll('fleiss-kappa', fleissKappa),
      ...pairsOf(persons).map(([first, second]): Measurement => {
        const ratings = shared.map((document) => {
          const find = (person: string) =>
            document.ratings.find((rating) => rating.person === person);
          const [one, other] = [find(first), find(second)];
          if (one === undefined || other === undefined) return null;
          return [categories.indexOf(categoryOf(one)), categories.indexOf(categoryOf(other))];
        });
        return {
          of: { measure: 'cohen-kappa', label, persons: [first, second], support },
          rests: (place) => ratings[place] !== null,
          from: (places) =>
            cohenOfPair(
              Array.from(places, (place) => ratings[place]).filter((each) => each !== null),
              categories,
            ),
        };
      }),
    ];
  });
}

import type { AgreementView } from '#contract/annotation-settling.ts';

export type AgreementFigure = AgreementView['figures'][number];

/** What is shown of one class or type, or of one pair of persons. */
export interface AgreementRow {
  /** Unique in its table. */
  readonly key: string;
  /** Null for all. */
  readonly label: string | null;
  readonly persons: AgreementFigure['persons'];
  /** In the order of the measures that were asked for. */
  readonly figures: readonly (AgreementFigure | null)[];
  readonly documents: number;
  readonly support: number;
}

/** Figures of some measures, side by side for each class or type and pair; in the order they came. */
export function gatherAgreement(
  figures: readonly AgreementFigure[],
  measures: readonly AgreementFigure['measure'][],
): AgreementRow[] {
  const wanted = figures.filter(({ measure }) => measures.includes(measure));
  const rows = Map.groupBy(wanted, ({ label, persons }) =>
    JSON.stringify([label, persons?.map(({ id }) => id)]),
  );
  return [...rows].map(([key, found]) => {
    const [{ label, persons, documents, support }] = found;
    return {
      key,
      label,
      persons,
      documents,
      support,
      figures: measures.map((measure) => found.find((each) => each.measure === measure) ?? null),
    };
  });
}

/** Those that lead: F1 of all marks, and alpha of the one class. */
export function leadingFigures(figures: readonly AgreementFigure[]): AgreementFigure[] {
  const leading = ['span-f1-exact', 'span-f1-overlapping', 'nominal-alpha'] as const;
  return leading.flatMap(
    (measure) => figures.find((each) => each.measure === measure && each.label === null) ?? [],
  );
}

import type { ModelFiguresView } from '#contract/scores.ts';

type Figure = ModelFiguresView['figures'][number];

export interface ModelFigures {
  readonly model: string;
  readonly figures: readonly Figure[];
}

/** One figure of all models. */
interface FigureRow {
  readonly key: string;
  /** What is figured: the same for all. */
  readonly first: Figure['pooled'];
  readonly byModel: ReadonlyMap<string, Figure>;
}

/** The classes or types of which there are figures, in their order. */
export function listLabels(models: readonly ModelFigures[]): string[] {
  const labels = models.flatMap(({ figures }) =>
    figures.flatMap(({ pooled }) => pooled.label ?? []),
  );
  return [...new Set(labels)];
}

/** The figures of one class or type, or those of all at once, each a row with all models. */
export function joinFigures(models: readonly ModelFigures[], label: string | null): FigureRow[] {
  const found = models.flatMap(({ model, figures }) =>
    figures.filter(({ pooled }) => pooled.label === label).map((figure) => ({ model, figure })),
  );
  const groups = Map.groupBy(found, ({ figure: { pooled } }) =>
    JSON.stringify([pooled.name, pooled.averaging, pooled.mode]),
  );
  return [...groups].map(([key, group]) => ({
    key,
    first: group[0].figure.pooled,
    byModel: new Map(group.map(({ model, figure }) => [model, figure])),
  }));
}

import type { ModelView } from '#contract/study.ts';

export interface LineageRow {
  readonly model: ModelView;
  /** 0 for a model without a parent in this study. */
  readonly depth: number;
}

/** Models as an indented list: each below the one whose weights it started from. */
export function orderByLineage(models: readonly ModelView[]): LineageRow[] {
  const names = new Set(models.map(({ name }) => name));
  const seen = new Set<string>();
  const below = (parent: string | null, depth: number): LineageRow[] =>
    models
      .filter((model) => isChild(model, parent, names) && !seen.has(model.name))
      .flatMap((model) => {
        seen.add(model.name);
        return [{ model, depth }, ...below(model.name, depth + 1)];
      });
  return below(null, 0);
}

function isChild(model: ModelView, parent: string | null, names: ReadonlySet<string>): boolean {
  if (parent !== null) return model.parent === parent;
  return model.parent === null || !names.has(model.parent);
}

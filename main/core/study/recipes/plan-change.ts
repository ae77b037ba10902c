import type { Recipe } from '#core/domain/recipe.ts';

/** Text without labels, to adapt a model to. */
export type TextSource =
  | { readonly kind: 'collection'; readonly collection: string; readonly language?: string }
  | { readonly kind: 'files'; readonly files: readonly string[] };

/** Labelled data, for a task. */
export type LabelledSource =
  | { readonly kind: 'set'; readonly set: string; readonly version?: number }
  | { readonly kind: 'files'; readonly files: readonly string[] };

/** What a model begins with. */
export type StartSource =
  | { readonly kind: 'library'; readonly model: string }
  | { readonly kind: 'checkpoint'; readonly folder: string }
  | { readonly kind: 'scratch' };

export type TaskKind = 'classification' | 'multi-label' | 'entities';
export type NamedPart = 'corpora' | 'tasks' | 'models';

/** One thing that a person does to a plan with a form, or an option of the terminal. */
export type PlanChange =
  | { readonly kind: 'add-text'; readonly source: TextSource }
  | { readonly kind: 'add-task'; readonly task: TaskKind; readonly source: LabelledSource }
  | { readonly kind: 'add-start'; readonly source: StartSource }
  | { readonly kind: 'remove'; readonly part: NamedPart; readonly name: string }
  | {
      readonly kind: 'rename';
      readonly part: NamedPart;
      readonly name: string;
      readonly to: string;
    }
  /** Gives models and comparisons the order of a recipe. */
  | { readonly kind: 'arrange' };

export interface RecipeStep {
  /** Null for a plan of one's own, in which nothing is arranged. */
  readonly recipe: Recipe | null;
  readonly change: PlanChange;
}

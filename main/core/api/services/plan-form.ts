import { isAnamnesisError } from '#core/base/error.ts';
import type { Recipe } from '#core/domain/recipe.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/domain/json.ts';
import { describeFields } from '#core/study/fields/describe-fields.ts';
import { listPlanProblems } from '#core/study/plan/list-plan-problems.ts';
import { parseJson } from '#core/study/plan/read-plan.ts';
import { changePlan } from '#core/study/recipes/change-plan.ts';
import { listMissing } from '#core/study/recipes/list-missing.ts';
import type { RecipeStep } from '#core/study/recipes/plan-change.ts';
import { recogniseRecipe } from '#core/study/recipes/recognise-recipe.ts';
import { toFailure } from '../failure.ts';
import type { PlanCheck } from '../contract/plan.ts';
import type { PlanFieldsView, TriedPlan } from '../contract/plan-form.ts';

/** What a form needs to know of every key of a plan. */
export function viewPlanFields(): PlanFieldsView {
  return { parts: describeFields() };
}

/** The text of the plan after a change. @throws plan.not-json, plan.invalid */
export function changePlanText(planText: string, step: RecipeStep): string {
  return JSON.stringify(changePlan(readObject(planText), step), null, 2);
}

/** All that is known of a plan that is being written; a mistake in it is no error. */
export async function tryPlan(
  planText: string,
  recipe: Recipe | null,
  check: () => Promise<PlanCheck>,
): Promise<TriedPlan> {
  const problems = listPlanProblems(planText);
  const plan = isReadable(planText) ? readObject(planText) : null;
  const missing = plan === null || recipe === null ? [] : listMissing(plan, recipe);
  const known = {
    problems: [...problems, ...missing].map(toFailure),
    recipe: plan === null ? null : recogniseRecipe(plan),
  };
  if (problems.length > 0) return { ...known, check: null };
  return { ...known, check: await check() };
}

function isReadable(planText: string): boolean {
  try {
    return isJsonObject(parseJson(planText, 'plan') as JsonValue);
  } catch (error) {
    if (isAnamnesisError(error)) return false;
    throw error;
  }
}

function readObject(planText: string): JsonObject {
  const plan = parseJson(planText, 'plan') as JsonValue;
  return isJsonObject(plan) ? plan : {};
}

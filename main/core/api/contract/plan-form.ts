import { z } from 'zod';
import { recipes } from '#core/domain/recipe.ts';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';
import { maxPlanCharacters, planCheckSchema } from './plan.ts';

const planText = z.string().min(1).max(maxPlanCharacters);
const text = z.string().min(1).max(4_096);
const files = z.array(text).min(1).max(1_000).readonly();
const recipeSchema = z.enum(recipes).nullable();

const choices = z.array(z.strictObject({ value: z.string(), name: toldSchema })).readonly();

/** How a value is chosen; what is `written` is shown as the plan has it. */
const fieldControlSchema = z.union([
  z.strictObject({ kind: z.enum(['switch', 'text', 'lines', 'written']) }),
  z.strictObject({
    kind: z.literal('number'),
    isWhole: z.boolean(),
    min: z.number().nullable(),
    isAboveMin: z.boolean(),
    max: z.number().nullable(),
    isNullable: z.boolean(),
  }),
  z.strictObject({ kind: z.enum(['choice', 'choices']), choices }),
]);

const planFieldSchema = z.strictObject({
  key: z.string(),
  /** Shown at once, or folded away with its default told. */
  group: z.enum(['main', 'more']),
  name: toldSchema,
  /** One sentence. */
  meaning: toldSchema,
  control: fieldControlSchema,
  /** As JSON; null where leaving it out is no value. */
  default: z.string().nullable(),
  isRequired: z.boolean(),
});

export const planFieldsSchema = z.strictObject({
  parts: z.record(z.string(), z.array(planFieldSchema).readonly()),
});

/** One thing that a person does to a plan with a form. */
const planChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add-text'),
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('collection'), collection: text }),
      z.strictObject({ kind: z.literal('files'), files }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('add-task'),
    task: z.enum(['classification', 'multi-label', 'entities']),
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('set'), set: text, version: z.int().positive() }),
      z.strictObject({ kind: z.literal('files'), files }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('add-start'),
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('library'), model: text }),
      z.strictObject({ kind: z.literal('checkpoint'), folder: text }),
      z.strictObject({ kind: z.literal('scratch') }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('remove'),
    part: z.enum(['corpora', 'tasks', 'models']),
    name: z.string(),
  }),
  z.strictObject({
    kind: z.literal('rename'),
    part: z.enum(['corpora', 'tasks', 'models']),
    name: z.string(),
    to: z.string().max(200),
  }),
  z.strictObject({ kind: z.literal('arrange') }),
]);

export const changePlanSchema = z.strictObject({
  planText,
  /** What the study is for; with null no model follows what is added. */
  recipe: recipeSchema,
  change: planChangeSchema,
});
export const changedPlanSchema = z.strictObject({ planText: z.string() });

export const tryPlanSchema = z.strictObject({ planText, recipe: recipeSchema });

/** What is known of a plan while it is being written. */
export const triedPlanSchema = z.strictObject({
  /** What keeps it from being read, or what its recipe lacks. */
  problems: z.array(failureSchema).readonly(),
  /** The recipe whose order its models have; null for one of their own, and where there is none. */
  recipe: recipeSchema,
  /** Of a plan that can be read. */
  check: planCheckSchema.nullable(),
});

export type Recipe = NonNullable<z.infer<typeof recipeSchema>>;

export type PlanField = z.infer<typeof planFieldSchema>;
export type PlanFieldsView = z.infer<typeof planFieldsSchema>;
export type PlanChangeView = z.infer<typeof planChangeSchema>;
export type TriedPlan = z.infer<typeof triedPlanSchema>;

import type { Told } from '#core/base/phrase.ts';
import { en } from '#core/wording/en.ts';
import { say } from '#core/wording/say.ts';
import { fieldTable, type PartName } from './field-table.ts';
import { partSchemas, type FieldSchema } from './part-schemas.ts';

/** How a value is chosen; what no control can hold is shown as it is written. */
export type FieldControl =
  | { readonly kind: 'switch' | 'text' | 'lines' | 'written' }
  | {
      readonly kind: 'number';
      readonly isWhole: boolean;
      readonly min: number | null;
      /** Whether `min` itself is too small. */
      readonly isAboveMin: boolean;
      readonly max: number | null;
      /** Whether the plan can say that there is no number, as null. */
      readonly isNullable: boolean;
    }
  | { readonly kind: 'choice' | 'choices'; readonly choices: readonly FieldChoice[] };

export interface FieldChoice {
  readonly value: string;
  readonly name: Told;
}

/** A key of a plan for people: what it means, what it can be, and what it is when left out. */
export interface FieldDescription {
  readonly key: string;
  readonly group: 'main' | 'more';
  readonly name: Told;
  readonly meaning: Told;
  readonly control: FieldControl;
  /** As JSON; null where leaving it out is no value. */
  readonly default: string | null;
  readonly isRequired: boolean;
}

export type PlanFields = Readonly<Record<PartName, readonly FieldDescription[]>>;

/** All keys of plans that a form has a control for, by part, in the order of the table. */
export function describeFields(): PlanFields {
  const schemas = partSchemas();
  const parts = Object.keys(fieldTable) as PartName[];
  return Object.fromEntries(
    parts.map((part) => [part, describePart(part, schemas[part])]),
  ) as unknown as PlanFields;
}

function describePart(part: PartName, schema: FieldSchema): FieldDescription[] {
  return Object.entries(fieldTable[part]).flatMap(([key, entry]): FieldDescription[] => {
    if (entry === 'own') return [];
    const field = schema.properties?.[key];
    if (field === undefined) throw new Error(`the schema of plans has no ${part}.${key}`);
    return [
      {
        key,
        group: entry.group,
        name: say('fieldNames', entry.name),
        meaning: say('fieldMeanings', entry.name),
        control: controlOf(field),
        default: field.default === undefined ? null : JSON.stringify(field.default),
        isRequired: schema.required?.includes(key) ?? false,
      },
    ];
  });
}

function controlOf(schema: FieldSchema): FieldControl {
  const options = schema.anyOf ?? schema.oneOf ?? [];
  if (schema.enum !== undefined) return { kind: 'choice', choices: choicesOf(schema.enum) };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'switch' };
    case 'string':
      return { kind: 'text' };
    case 'integer':
    case 'number':
      return numberOf(schema, false);
    case 'array':
      if (schema.items?.enum) return { kind: 'choices', choices: choicesOf(schema.items.enum) };
      return { kind: schema.items?.type === 'string' ? 'lines' : 'written' };
  }
  const number = options.find(({ type }) => type === 'number' || type === 'integer');
  if (number !== undefined && options.some(({ type }) => type === 'null')) {
    return numberOf(number, true);
  }
  // Of "balanced" or numbers by class, the word can be chosen; the numbers are written.
  const words = options.flatMap((option) => option.const ?? option.enum ?? []);
  if (words.length > 0) return { kind: 'choice', choices: choicesOf(words) };
  return { kind: 'written' };
}

function numberOf(
  { type, minimum, exclusiveMinimum, maximum }: FieldSchema,
  isNullable: boolean,
): FieldControl {
  return {
    kind: 'number',
    isWhole: type === 'integer',
    min: exclusiveMinimum ?? minimum ?? null,
    isAboveMin: exclusiveMinimum !== undefined,
    // The largest whole number of JSON is no bound that a person meets.
    max: maximum === Number.MAX_SAFE_INTEGER ? null : (maximum ?? null),
    isNullable,
  };
}

function choicesOf(values: readonly unknown[]): FieldChoice[] {
  return values
    .filter((value): value is string => typeof value === 'string')
    .map((value) => ({ value, name: isNamed(value) ? say('choiceNames', value) : value }));
}

/** Names of encodings are the same in every language. */
function isNamed(value: string): value is keyof typeof en.choiceNames {
  return Object.hasOwn(en.choiceNames, value);
}

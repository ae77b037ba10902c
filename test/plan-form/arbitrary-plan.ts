import fc from 'fast-check';
import type { JsonObject } from '#core/domain/json.ts';
import { planJsonSchema, planSchema } from '#core/study/plan/plan-schema.ts';

/** A part of JSON Schema as plans use it. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
}

const words = [
  'a',
  '1',
  'b-c.d_e',
  'Ärzte',
  'two words',
  '',
  'x\ny',
  '__proto__',
  '2026-03',
  'كلمة',
];

/** Anything that the schema allows, keys left out and given in any order. */
function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(arbitraryOf));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number': {
      const min = schema.exclusiveMinimum ?? schema.minimum ?? 0;
      const max = Math.min(schema.maximum ?? 1e6, 1e15);
      if (schema.type === 'integer') {
        return fc.integer({ min: min + (schema.exclusiveMinimum === undefined ? 0 : 1), max });
      }
      const usual = [2e-5, 1e-7, 0.1, 0.9, 2.5].filter((value) => value >= min && value <= max);
      return fc.oneof(
        fc.double({ min, max, noNaN: true }),
        ...usual.map((value) => fc.constant(value)),
      );
    }
    case 'string': {
      const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u');
      return fc
        .oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 }))
        .filter((text) => text.length >= (schema.minLength ?? 0))
        .filter((text) => pattern?.test(text) ?? true);
    }
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'object':
      return arbitraryObject(schema);
  }
  return fc.constant(null);
}

function arbitraryObject(schema: Schema): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties !== undefined) {
    const arbitraries = Object.fromEntries(
      Object.entries(properties).map(([key, each]) => [key, arbitraryOf(each)]),
    );
    return fc
      .tuple(fc.record(arbitraries, { requiredKeys: [...required] }), fc.infiniteStream(fc.nat()))
      .map(([object, order]) =>
        Object.fromEntries(
          Object.entries(object)
            .map((entry) => [order.next().value, entry] as const)
            .sort(([one], [other]) => one - other)
            .map(([, entry]) => entry),
        ),
      );
  }
  const name = arbitraryOf(schema.propertyNames ?? { type: 'string' });
  const member = typeof additionalProperties === 'object' ? additionalProperties : {};
  return fc
    .array(
      fc.tuple(
        name.filter((key) => typeof key === 'string'),
        arbitraryOf(member),
      ),
      {
        maxLength: 3,
      },
    )
    .map((entries) => Object.fromEntries(entries));
}

/** Plans that the schema takes, with everything that a plan can have somewhere. */
export const arbitraryPlan = arbitraryOf(planJsonSchema() as Schema)
  .filter((plan) => planSchema.safeParse(plan).success)
  .map((plan) => JSON.parse(JSON.stringify(plan)) as JsonObject);

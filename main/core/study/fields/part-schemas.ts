import { planJsonSchema } from '../plan/plan-schema.ts';
import type { PartName } from './field-table.ts';

/** What a field may be, in the words of JSON Schema; the few that plans use. */
export interface FieldSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly FieldSchema[];
  readonly oneOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: FieldSchema | boolean;
  readonly required?: readonly string[];
}

/** The schema of each part of a plan, from the one schema that plans are read by. */
export function partSchemas(): Readonly<Record<PartName, FieldSchema>> {
  const study: FieldSchema = planJsonSchema();
  const corpus = memberOf(study, 'corpora');
  const vocabulary = memberOf(study, 'vocabularies');
  const model = memberOf(study, 'models');
  const task = memberOf(study, 'tasks');
  const start = propertyOf(model, 'start');
  const documents = optionOf(corpus, (option) => has(option, 'collection'));
  const classification = optionOf(task, ({ properties }) =>
    isConst(properties?.kind, 'classification'),
  );
  const multiLabel = optionOf(task, ({ properties }) => isConst(properties?.kind, 'multi-label'));
  const entities = optionOf(task, ({ properties }) => isConst(properties?.kind, 'entities'));
  const dataOf = (of: FieldSchema, format: string) =>
    optionOf(propertyOf(of, 'data'), ({ properties }) => isConst(properties?.format, format));
  const vocabularyOf = (name: string) =>
    optionOf(vocabulary, ({ properties }) => isConst(properties?.algorithm, name));
  return {
    study,
    heldOut: propertyOf(study, 'heldOut'),
    files: optionOf(corpus, (option) => has(option, 'files')),
    documents,
    where: propertyOf(documents, 'where'),
    wordpiece: vocabularyOf('wordpiece'),
    'byte-level-bpe': vocabularyOf('byte-level-bpe'),
    model,
    scratch: optionOf(start, ({ properties }) => isConst(properties?.kind, 'scratch')),
    extension: propertyOf(model, 'extendVocabulary'),
    pretraining: propertyOf(model, 'pretraining'),
    classification,
    'multi-label': multiLabel,
    entities,
    earlyStop: propertyOf(classification, 'earlyStop'),
    transfer: memberOf(study, 'transfers'),
    fewShot: propertyOf(memberOf(study, 'transfers'), 'fewShot'),
    set: dataOf(classification, 'set'),
    csv: dataOf(classification, 'csv'),
    labelTable: dataOf(multiLabel, 'csv'),
    brat: dataOf(entities, 'brat'),
    bio: dataOf(entities, 'bio'),
  };
}

function propertyOf({ properties = {} }: FieldSchema, key: string): FieldSchema {
  if (!Object.hasOwn(properties, key)) throw new Error(`the schema of plans has no ${key}`);
  return properties[key];
}

/** What each named member of a table of the plan is. */
function memberOf(study: FieldSchema, key: string): FieldSchema {
  const { additionalProperties } = propertyOf(study, key);
  if (typeof additionalProperties !== 'object') throw new Error(`${key} of plans is no table`);
  return additionalProperties;
}

function optionOf(
  { anyOf, oneOf }: FieldSchema,
  isMeant: (option: FieldSchema) => boolean,
): FieldSchema {
  const found = (oneOf ?? anyOf ?? []).find(isMeant);
  if (found === undefined) throw new Error('the schema of plans lacks a part that forms show');
  return found;
}

const has = ({ properties = {} }: FieldSchema, key: string) => Object.hasOwn(properties, key);
const isConst = (schema: FieldSchema | undefined, value: string) => schema?.const === value;

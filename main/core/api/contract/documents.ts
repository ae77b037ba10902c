import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { dateOrders, offsetUnits, separators, textUnits } from './read-choices.ts';

/** Longer names and paths are refused before anything is read. */
const name = z.string().trim().min(1).max(200);
const path = z.string().min(1).max(4_096);
const collectionId = z.int().positive();
const documentNumber = z.int().positive();

export const collectionSchema = z.strictObject({
  id: collectionId,
  name: z.string(),
  createdAtMs: z.number(),
  documentCount: z.int(),
});

/** A frozen version of a labelled set. */
const setVersionSchema = z.strictObject({
  name: z.string(),
  version: z.int(),
  hash: z.string(),
  documentCount: z.int(),
  annotationCount: z.int(),
  createdAtMs: z.number(),
  /** Whether it was locked as a test set, which is not taken back. */
  isLocked: z.boolean(),
});

export const collectionsSchema = z.strictObject({
  collections: z.array(collectionSchema).readonly(),
  sets: z.array(setVersionSchema).readonly(),
  /** The folder to which paths are relative. */
  pathsRelativeTo: z.string(),
  keptMappings: z.array(z.string()).readonly(),
  encodings: z.array(z.string()).readonly(),
  formats: z.array(z.strictObject({ name: z.string(), description: z.string() })).readonly(),
});

export const columnMappingSchema = z.strictObject({
  text: z
    .array(z.strictObject({ column: name, heading: z.string().max(200).nullable() }))
    .max(50)
    .readonly(),
  label: name.nullable(),
  id: name.nullable(),
  patient: name.nullable(),
  date: name.nullable(),
  language: name.nullable(),
  kind: name.nullable(),
});

/** How a source is to be read; null is recognised. */
export const readChoiceSchema = z.strictObject({
  format: z.string().max(50).nullable(),
  encoding: z.string().max(50).nullable(),
  separator: z.enum(separators).nullable(),
  dateOrder: z.enum(dateOrders).nullable(),
  offsetUnit: z.enum(offsetUnits).nullable(),
  unit: z.enum(textUnits).nullable(),
  language: z.string().max(20).nullable(),
  mapping: columnMappingSchema.nullable(),
});

export const lookSchema = z.strictObject({
  paths: z.array(path).min(1).max(1_000).readonly(),
  choice: readChoiceSchema,
  /** Read as was kept under this name, instead of by the choice. */
  useMapping: name.nullable(),
  /** Whether to read all, or the beginning alone. */
  isWhole: z.boolean(),
});

const labelCount = z.strictObject({ label: z.string(), count: z.int() });

/** Problems of one kind, with the place of the first. */
const problemKindSchema = z.strictObject({
  rule: z.string(),
  action: z.enum(['repaired', 'left-out', 'kept']),
  count: z.int(),
  file: z.string(),
  line: z.int(),
  detail: z.string(),
});

export const lookedSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string(),
        byteCount: z.int(),
        format: z.string().nullable(),
        certainty: z.number(),
      }),
    )
    .readonly(),
  /** All of them; `files` holds the first. */
  fileCount: z.int(),
  documentCount: z.int(),
  patientCount: z.int(),
  classes: z.array(labelCount).readonly(),
  types: z.array(labelCount).readonly(),
  problems: z.array(problemKindSchema).readonly(),
  /** Of the first table among the files: its columns, and what they probably are. */
  table: z
    .strictObject({ columns: z.array(z.string()).readonly(), mapping: columnMappingSchema })
    .nullable(),
  /** The first documents, as they would be stored. */
  first: z
    .array(
      z.strictObject({
        id: z.string(),
        patient: z.string().nullable(),
        date: z.string().nullable(),
        language: z.string().nullable(),
        kind: z.string().nullable(),
        labels: z.array(z.string()).readonly(),
        spanCount: z.int(),
        /** Its beginning. */
        text: z.string(),
      }),
    )
    .readonly(),
  isWhole: z.boolean(),
});

export const importRequestSchema = z.strictObject({
  collection: name,
  paths: z.array(path).min(1).max(1_000).readonly(),
  choice: readChoiceSchema,
  useMapping: name.nullable(),
  /** Keeps how it is read under this name, for the next export of its kind. */
  keepMapping: name.nullable(),
});

/** What became of documents. */
const importCountsSchema = z.strictObject({
  new: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  changedText: z.int(),
  changedFacts: z.int(),
  changedAnnotations: z.int(),
});

/** An import under way, or the latest that was. */
export const importTaskSchema = z.strictObject({
  id: z.string(),
  collection: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** 0 to 1. */
  share: z.number().nullable(),
  timeLeftMs: z.number().nullable(),
  counts: importCountsSchema,
  /** Current documents of the collection that the source does not have; they stay. */
  notInSource: z.int().nullable(),
  wasResumed: z.boolean(),
  collectionId: collectionId.nullable(),
  problems: z.array(problemKindSchema.omit({ file: true, line: true, detail: true })).readonly(),
  failure: failureSchema.nullable(),
});

const filled = z.string().min(1).max(1_000);

/** Which documents of a collection; null does not narrow. */
export const documentFilterSchema = z.strictObject({
  collectionId,
  search: z.string().max(1_000).nullable(),
  patient: filled.nullable(),
  from: filled.nullable(),
  to: filled.nullable(),
  kind: z.string().max(1_000).nullable(),
  language: z.string().max(1_000).nullable(),
  class: filled.nullable(),
  type: filled.nullable(),
  problem: filled.nullable(),
});

const filterValues = z.array(z.strictObject({ value: z.string(), count: z.int() })).readonly();

/** The values that documents have, the most frequent first. */
export const filterValuesSchema = z.strictObject({
  kind: filterValues,
  language: filterValues,
  class: filterValues,
  type: filterValues,
  problem: filterValues,
});

export const askForRowsSchema = z.strictObject({
  numbers: z.array(documentNumber).min(1).max(200).readonly(),
});

export const documentRowSchema = z.strictObject({
  number: documentNumber,
  id: z.string(),
  version: z.int(),
  patient: z.string().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  languageCertainty: z.number().nullable(),
  kind: z.string().nullable(),
  wordCount: z.int(),
  characterCount: z.int(),
  file: z.string(),
  part: z.string().nullable(),
  line: z.int().nullable(),
});

const originSchema = z.strictObject({
  by: z.enum(['file', 'person', 'model']),
  name: z.string().nullable(),
  score: z.number().nullable(),
  atMs: z.number().nullable(),
  guideline: z.string().nullable(),
});

export const documentSchema = documentRowSchema
  .omit({ file: true, part: true, line: true, characterCount: true })
  .extend({
    text: z.string(),
    place: z.strictObject({
      file: z.string(),
      part: z.string().nullable(),
      line: z.int().nullable(),
    }),
    columns: z.record(z.string(), z.string()),
    isCurrent: z.boolean(),
    /** Numbers of all versions, the oldest first. */
    versions: z.array(documentNumber).readonly(),
    rules: z.array(z.string()).readonly(),
    classes: z.array(z.strictObject({ label: z.string(), origin: originSchema })).readonly(),
    spans: z
      .array(
        z.strictObject({
          type: z.string(),
          /** UTF-16 units of the text. */
          fragments: z.array(z.strictObject({ start: z.int(), end: z.int() })).readonly(),
          attributes: z.record(z.string(), z.string()),
          origin: originSchema,
        }),
      )
      .readonly(),
  });

const groupSchema = z.strictObject({
  value: z.string(),
  documents: z.int(),
  sentences: z.int(),
  words: z.int(),
  characters: z.int(),
});

export const collectionStatisticsSchema = z.strictObject({
  total: groupSchema,
  patients: z.int(),
  lengths: z.array(z.strictObject({ share: z.number(), words: z.int() })).readonly(),
  bySource: z.array(groupSchema).readonly(),
  byYear: z.array(groupSchema).readonly(),
  byLanguage: z.array(groupSchema).readonly(),
  byKind: z.array(groupSchema).readonly(),
  classes: z
    .array(z.strictObject({ label: z.string(), documents: z.int(), count: z.int() }))
    .readonly(),
  types: z
    .array(z.strictObject({ label: z.string(), documents: z.int(), count: z.int() }))
    .readonly(),
});

export const ofCollectionSchema = z.strictObject({ collectionId });
export const ofDocumentSchema = z.strictObject({ number: documentNumber });

export type CollectionsView = z.infer<typeof collectionsSchema>;
export type ReadChoice = z.infer<typeof readChoiceSchema>;
export type LookRequest = z.infer<typeof lookSchema>;
export type Looked = z.infer<typeof lookedSchema>;
export type ImportRequestView = z.infer<typeof importRequestSchema>;
export type ImportTask = z.infer<typeof importTaskSchema>;
export type DocumentFilterView = z.infer<typeof documentFilterSchema>;
export type FilterValues = z.infer<typeof filterValuesSchema>;
export type DocumentRow = z.infer<typeof documentRowSchema>;
export type DocumentView = z.infer<typeof documentSchema>;
export type CollectionStatisticsView = z.infer<typeof collectionStatisticsSchema>;
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

import { z } from 'zod';
import { labelSources, workStates } from '#core/domain/annotation-work.ts';

/** Names and ids that come from outside. */
export const labelName = z.string().min(1).max(100);
const markId = z.string().regex(/^[\w-]{1,60}$/);
const suggestionId = z.string().min(1).max(100);

const pieces = z
  .array(z.strictObject({ start: z.int(), end: z.int() }))
  .min(1)
  .max(50)
  .readonly();
const attributes = z.record(labelName, labelName);

/** Marks and ids are the window's own: it shows what it asks for before the answer is there. */
export const askedEditSchema = z.discriminatedUnion('kind', [
  /** Where a document has one class, it takes the place of the one before. */
  z.strictObject({ kind: z.literal('class-set'), label: labelName }),
  z.strictObject({ kind: z.literal('class-clear'), label: labelName }),
  z.strictObject({
    kind: z.literal('span-add'),
    /** New in the document; letters, digits, - and _. */
    id: markId,
    type: labelName,
    /** UTF-16 units of the text, never half a character. */
    fragments: pieces,
    attributes,
  }),
  /** What is left out stays. To split or merge marks, remove and add in one action. */
  z.strictObject({
    kind: z.literal('span-change'),
    id: markId,
    type: labelName.optional(),
    fragments: pieces.optional(),
    attributes: attributes.optional(),
  }),
  z.strictObject({ kind: z.literal('span-remove'), id: markId }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(workStates) }),
  z.strictObject({ kind: z.literal('flag'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('unsure'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('remark'), text: z.string().max(10_000) }),
  /** Of a suggested mark, `id` is the one that it gets; of a class it means nothing. */
  z.strictObject({ kind: z.literal('accept'), suggestion: suggestionId, id: markId }),
  z.strictObject({ kind: z.literal('reject'), suggestion: suggestionId }),
]);

const sourceSchema = z.strictObject({
  by: z.enum(labelSources),
  name: z.string().nullable(),
  score: z.number().nullable(),
  suggestion: z.string().nullable(),
});

const givenSchema = z.strictObject({
  by: z.string(),
  atMs: z.number(),
  guideline: z.int(),
  from: sourceSchema.nullable(),
});

export const givenClassSchema = z.strictObject({ label: z.string(), given: givenSchema });

const fragmentsSchema = z.array(z.strictObject({ start: z.int(), end: z.int() })).readonly();

export const givenSpanSchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  fragments: fragmentsSchema,
  attributes: z.record(z.string(), z.string()),
  given: givenSchema,
});

/** A label that waits for a yes or a no. */
export const suggestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('class'),
    id: z.string(),
    from: sourceSchema,
    label: z.string(),
  }),
  z.strictObject({
    kind: z.literal('span'),
    id: z.string(),
    from: sourceSchema,
    type: z.string(),
    fragments: fragmentsSchema,
    attributes: z.record(z.string(), z.string()),
  }),
]);

const documentNumber = z.int().positive();
const actionId = z.int().positive();

/** The next action that undo and redo would take, over all documents of the project. */
export const undoStateSchema = z.strictObject({
  undo: actionId.nullable(),
  redo: actionId.nullable(),
});

/** Several edits that are one action, saved and undone together. */
export const applyEditsSchema = z.strictObject({
  projectId: z.int().positive(),
  documents: z
    .array(
      z.strictObject({
        number: documentNumber,
        /** As last heard; another one is refused as `annotation.outdated`. */
        revision: z.int().min(0),
        edits: z.array(askedEditSchema).min(1).max(5_000).readonly(),
      }),
    )
    .min(1)
    .max(5_000)
    .readonly(),
});

/** What is different in a document: put into what the window has. */
const workChangeSchema = z.strictObject({
  number: documentNumber,
  revision: z.int(),
  /** By it both may have done a document for two: no edit is taken any more. */
  isLocked: z.boolean(),
  takenSpans: z.array(z.string()).readonly(),
  /** New or changed. */
  putSpans: z.array(givenSpanSchema).readonly(),
  /** All. */
  classes: z.array(givenClassSchema).readonly(),
  state: z.enum(workStates),
  isFlagged: z.boolean(),
  isUnsure: z.boolean(),
  remark: z.string(),
  /** Suggestions that were answered, or wait again. */
  takenSuggestions: z.array(z.string()).readonly(),
  putSuggestions: z.array(suggestionSchema).readonly(),
});

/** It is on the disk when this comes. */
export const appliedSchema = z.strictObject({
  /** Null where nothing changed. */
  actionId: actionId.nullable(),
  documents: z.array(workChangeSchema).readonly(),
  undoState: undoStateSchema,
});

export const askForUndoSchema = z.strictObject({
  projectId: z.int().positive(),
  /** As last heard in `undoState`; another one is refused as `annotation.outdated`. */
  actionId,
});

export type ApplyEdits = z.infer<typeof applyEditsSchema>;
export type Applied = z.infer<typeof appliedSchema>;
export type AskForUndo = z.infer<typeof askForUndoSchema>;

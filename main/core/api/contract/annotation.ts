import { z } from 'zod';
import { classChoices, labelColours, labelPatterns } from '#core/domain/annotation-scheme.ts';
import { workStates } from '#core/domain/annotation-work.ts';
import { roles } from '#core/domain/person.ts';
import {
  givenClassSchema,
  givenSpanSchema,
  labelName,
  suggestionSchema,
  undoStateSchema,
} from './annotation-edits.ts';
import { documentChoiceSchema } from './document-choice.ts';

const name = z.string().trim().min(1).max(200);
const projectId = z.int().positive();
const documentNumber = z.int().positive();
/** Without a name where the workspace has one person and no names, or the person is gone. */
const personSchema = z.strictObject({ id: z.string(), name: z.string().nullable() });

const labelSchema = z.strictObject({
  name: labelName,
  /** A small letter or a digit. */
  key: z.string().max(4).nullable(),
  colour: z.enum(labelColours),
  pattern: z.enum(labelPatterns),
});

export const schemeSchema = z.strictObject({
  classChoice: z.enum(classChoices),
  classes: z.array(labelSchema).max(1_000).readonly(),
  types: z.array(labelSchema).max(1_000).readonly(),
  attributes: z
    .array(
      z.strictObject({
        name: labelName,
        values: z.array(labelName).max(100).readonly(),
        /** Null for all types. */
        types: z.array(labelName).max(1_000).readonly().nullable(),
      }),
    )
    .max(100)
    .readonly(),
});

/** Markdown, which the window shows beside the text. */
const guidelinesText = z.string().max(1_000_000);

const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed') }),
  z.strictObject({ kind: z.literal('random'), seed: z.int().min(0) }),
]);

const settings = {
  order: orderSchema,
  /** Share of the documents that two persons label, from 0 to 1; drawn by the seed 0. */
  doubleShare: z.number().min(0).max(1),
  /** Documents that are drawn by chance first, for a test; no model ever chooses among them. */
  testCount: z.int().min(0),
  /** With `blind` nobody sees suggestions. In the test slice nobody ever does. */
  suggestions: z.enum(['shown', 'blind']),
  /** Whether documents begin with the labels that they have, or without any. */
  begin: z.enum(['empty', 'labelled']),
};

export const createProjectSchema = z.strictObject({
  name,
  documents: documentChoiceSchema,
  scheme: schemeSchema,
  guidelines: guidelinesText,
  ...settings,
  /** Who labels, and how many at most; null is no bound. Nobody is the person who asks. */
  annotators: z
    .array(
      z.strictObject({ personId: z.string().min(1).max(100), most: z.int().min(1).nullable() }),
    )
    .max(100)
    .readonly(),
});

/** Those who may label: a project is given to some of them. */
export const labellersSchema = z.strictObject({
  persons: z.array(personSchema.extend({ role: z.enum(roles) })).readonly(),
});

export const createdProjectSchema = z.strictObject({
  projectId,
  /** Labels that documents had and the scheme has not: no work begins with them. */
  leftOut: z.array(z.strictObject({ label: z.string(), count: z.int() })).readonly(),
});
export const proposeSchemeSchema = z.strictObject({ documents: documentChoiceSchema });
export const ofProjectSchema = z.strictObject({ projectId });

/** How far a person is. */
const progressSchema = z.strictObject({
  assigned: z.int(),
  open: z.int(),
  done: z.int(),
  skipped: z.int(),
  flagged: z.int(),
  unsure: z.int(),
});

export const projectRowSchema = z.strictObject({
  id: projectId,
  name: z.string(),
  createdAtMs: z.number(),
  documentCount: z.int(),
  /** Of the person who asks; null for one who does not label in it. */
  mine: progressSchema.nullable(),
  /** All documents that were done by all who are to label them. */
  completeCount: z.int(),
});

const guidelineVersionSchema = z.strictObject({
  version: z.int(),
  atMs: z.number(),
  by: personSchema,
});

export const projectSchema = projectRowSchema.extend({
  scheme: schemeSchema,
  schemeVersion: z.int(),
  guidelines: guidelineVersionSchema.extend({ text: guidelinesText }),
  guidelineVersions: z.array(guidelineVersionSchema).readonly(),
  ...settings,
  me: personSchema,
  annotators: z
    .array(
      z.strictObject({ person: personSchema, most: z.int().nullable(), progress: progressSchema }),
    )
    .readonly(),
  /** Documents that two persons label, and how many of them both have done. */
  double: z.strictObject({
    documents: z.int(),
    /** As many as its share asks for; fewer found a second person who may take more. */
    wanted: z.int(),
    bothDone: z.int(),
    settled: z.int(),
  }),
  /** Documents that nobody labels, since nobody may take more. */
  unassigned: z.int(),
  /** Of the person who asks. */
  pace: z.strictObject({
    /** Median over the last documents, without pauses; null before two were done. */
    documentMs: z.number().nullable(),
    doneToday: z.int(),
  }),
  /** What the person who asks made of suggestions: how bias creeps in. */
  suggested: z.strictObject({ accepted: z.int(), changed: z.int(), rejected: z.int() }),
  undoState: undoStateSchema,
});

export const changeSchemeSchema = z.strictObject({
  projectId,
  scheme: schemeSchema,
  /** The one that is replaced; another is refused as `annotation.outdated`. */
  version: z.int(),
});
export const writeGuidelinesSchema = z.strictObject({
  projectId,
  text: guidelinesText,
  version: z.int(),
});
export const askForGuidelinesSchema = z.strictObject({ projectId, version: z.int().min(1) });
export const guidelinesSchema = guidelineVersionSchema.extend({ text: guidelinesText });

/** Which of the documents of the person who asks; null does not narrow. */
export const queueFilterSchema = z.strictObject({
  state: z.enum(workStates).nullable(),
  isFlagged: z.boolean().nullable(),
  isUnsure: z.boolean().nullable(),
  hasRemark: z.boolean().nullable(),
  /** A class or type that the person gave. */
  label: labelName.nullable(),
  /** Words of the text, as in the list of documents. */
  search: z.string().max(1_000).nullable(),
});

export const askForQueueSchema = z.strictObject({
  projectId,
  filter: queueFilterSchema,
  /** How many of those that fit come before the page. */
  skip: z.int().min(0),
  limit: z.int().min(1).max(200),
});

export const queuePageSchema = z.strictObject({
  /** All that fit. */
  total: z.int(),
  rows: z
    .array(
      z.strictObject({
        number: documentNumber,
        /** From 0, in the whole queue of the person. */
        position: z.int(),
        id: z.string(),
        patient: z.string().nullable(),
        date: z.string().nullable(),
        kind: z.string().nullable(),
        wordCount: z.int(),
        state: z.enum(workStates),
        isFlagged: z.boolean(),
        isUnsure: z.boolean(),
        hasRemark: z.boolean(),
        classes: z.array(z.string()).readonly(),
        spanCount: z.int(),
      }),
    )
    .readonly(),
});

/** The next or previous of the queue that fits, seen from a document; from its end for null. */
export const askForNeighbourSchema = z.strictObject({
  projectId,
  filter: queueFilterSchema,
  from: documentNumber.nullable(),
  direction: z.enum(['next', 'previous']),
});
export const neighbourSchema = z.strictObject({ number: documentNumber.nullable() });

export const ofProjectDocumentSchema = z.strictObject({ projectId, number: documentNumber });

/** A document as one person sees it: never the labels of another. */
export const openedDocumentSchema = z.strictObject({
  number: documentNumber,
  id: z.string(),
  patient: z.string().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  kind: z.string().nullable(),
  text: z.string(),
  /** From 0, in the queue of the person. */
  position: z.int(),
  /** What the next edit has to name. */
  revision: z.int(),
  classes: z.array(givenClassSchema).readonly(),
  spans: z.array(givenSpanSchema).readonly(),
  state: z.enum(workStates),
  isFlagged: z.boolean(),
  isUnsure: z.boolean(),
  remark: z.string(),
  /** Those that wait for an answer; none where the person is to work blind. */
  suggestions: z.array(suggestionSchema).readonly(),
  isBlind: z.boolean(),
  /** Both who label the document have done it: no edit is taken any more. */
  isLocked: z.boolean(),
  schemeVersion: z.int(),
  guidelineVersion: z.int(),
});

/** Where the same words stand, in one document or in all of the person's that are open. */
export const askForAlikeSchema = z.strictObject({
  projectId,
  /** Null for all documents. */
  number: documentNumber.nullable(),
  text: z.string().min(1).max(500),
  /** The type that they would be marked as: places that have it are told as marked. */
  type: labelName,
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
});

export const alikeSchema = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        number: documentNumber,
        id: z.string(),
        revision: z.int(),
        places: z
          .array(
            z.strictObject({
              start: z.int(),
              end: z.int(),
              /** What stands around it, and it. */
              before: z.string(),
              found: z.string(),
              after: z.string(),
              isMarked: z.boolean(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  placeCount: z.int(),
  /** More than an answer holds were found; after these are marked, ask again. */
  isCut: z.boolean(),
});

/** Words that stand for types of marks, to be suggested wherever they stand. */
export const suggestTermsSchema = z.strictObject({
  projectId,
  /** Of the list: a later one of this name takes its place. */
  name: labelName,
  terms: z
    .array(z.strictObject({ text: z.string().min(1).max(500), type: labelName }))
    .max(100_000)
    .readonly(),
});
export const suggestPredictedSchema = z.strictObject({
  projectId,
  number: documentNumber,
  /** A fine-tuned model of the library. */
  modelId: z.string().min(1).max(200),
});
export const suggestedSchema = z.strictObject({ documents: z.int(), suggestions: z.int() });

export type GuidelinesView = z.infer<typeof guidelinesSchema>;
export type ChangeScheme = z.infer<typeof changeSchemeSchema>;
export type CreateProject = z.infer<typeof createProjectSchema>;
export type WriteGuidelines = z.infer<typeof writeGuidelinesSchema>;
export type Labellers = z.infer<typeof labellersSchema>;
export type CreatedProject = z.infer<typeof createdProjectSchema>;
export type SchemeView = z.infer<typeof schemeSchema>;
export type ProjectRow = z.infer<typeof projectRowSchema>;
export type ProjectView = z.infer<typeof projectSchema>;
export type QueueFilterView = z.infer<typeof queueFilterSchema>;
export type AskForQueue = z.infer<typeof askForQueueSchema>;
export type AskForNeighbour = z.infer<typeof askForNeighbourSchema>;
export type QueuePage = z.infer<typeof queuePageSchema>;
export type OfProjectDocument = z.infer<typeof ofProjectDocumentSchema>;
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;
export type AskForAlike = z.infer<typeof askForAlikeSchema>;
export type Alike = z.infer<typeof alikeSchema>;
export type SuggestTerms = z.infer<typeof suggestTermsSchema>;
export type SuggestPredicted = z.infer<typeof suggestPredictedSchema>;
export type SuggestedView = z.infer<typeof suggestedSchema>;

import { z } from 'zod';
import { figureSchema, intervalSchema } from './figure.ts';

/** As the window shows them, by title where there is one. */
const name = z.string().min(1).max(1_000);
const identifier = z.string().min(1).max(200);
const fold = z.int().min(0).max(100_000);

const ofModel = z.strictObject({ studyId: identifier, task: name, model: name });

export const askForFiguresSchema = ofModel;

/** Every figure of a model on a task, of all tested examples together and as the mean of folds. */
export const modelFiguresSchema = z.strictObject({
  /** Folds that have finished, from 0; figures are of these. Empty: there are none. */
  folds: z.array(fold).readonly(),
  figures: z
    .array(
      z.strictObject({
        /** Of all tested examples at once. */
        pooled: figureSchema,
        /** In the order of `folds`; null where it is not defined. */
        values: z.array(z.number().nullable()).readonly(),
        /** Of the folds in which it is defined; null where it is in none. */
        mean: z
          .strictObject({
            mean: z.number(),
            standardDeviation: z.number().nullable(),
            count: z.int(),
            /** 95 % t-interval of the mean; null for a single fold. */
            lower: z.number().nullable(),
            upper: z.number().nullable(),
          })
          .nullable(),
      }),
    )
    .readonly(),
});

export const askForClassSchema = ofModel.extend({
  /** Null: the one that is looked for, the rarer of two, or the first. */
  label: name.nullable(),
  /** From 0; null for all folds together. */
  fold: fold.nullable(),
  /** Whether curves, figures and thresholds shall be of calibrated probabilities. */
  isCalibrated: z.boolean(),
  /** Between 0 and 1, else `evaluation.out-of-range`; null for that of the notes. */
  prevalence: z.number().nullable(),
  /** A wanted sensitivity, between 0 and 1; null for none. */
  sensitivity: z.number().nullable(),
  /** One to look at beside the rows; null for none. */
  threshold: z.number().nullable(),
});

/** A number with its intervals, the one to be shown first; null where there is nothing to count. */
const measuredSchema = z.strictObject({
  value: z.number().nullable(),
  intervals: z.array(intervalSchema).readonly(),
});

/** What alerting from a score on gives. */
const thresholdRowSchema = z.strictObject({
  threshold: z.number(),
  truePositives: z.int(),
  falsePositives: z.int(),
  trueNegatives: z.int(),
  falseNegatives: z.int(),
  sensitivity: measuredSchema,
  specificity: measuredSchema,
  /** Among these notes, at their own prevalence. */
  ppv: measuredSchema,
  npv: measuredSchema,
  /** At `prevalence`; null where positives or negatives are missing. */
  atPrevalence: z
    .strictObject({
      ppv: measuredSchema,
      npv: measuredSchema,
      alertsPerThousand: measuredSchema,
    })
    .nullable(),
});

const evidence = {
  positives: z.int(),
  /** What they count for, where several are of one patient. */
  effectivePositives: z.number(),
  wanted: z.number(),
  /** One-sided, of the claim. */
  confidence: z.number(),
};

const sensitivityThresholdSchema = z.discriminatedUnion('state', [
  z.strictObject({
    ...evidence,
    state: z.literal('claimed'),
    /** An alert from this score on. */
    threshold: z.number(),
    /** Positives that score lower. */
    missed: z.int(),
    observed: z.number(),
    /** One-sided, at least what was wanted. */
    lowerBound: z.number(),
  }),
  z.strictObject({
    ...evidence,
    state: z.literal('cannot-be-claimed'),
    reason: z.literal('too-few-positives'),
    /** How many positives that stand alone would do, if none of them were missed. */
    neededPositives: z.int(),
  }),
]);

const calibratorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('temperature'), temperature: z.number() }),
  z.strictObject({ kind: z.literal('platt'), slope: z.number(), intercept: z.number() }),
  z.strictObject({
    kind: z.literal('isotonic'),
    scores: z.array(z.number()).readonly(),
    values: z.array(z.number()).readonly(),
  }),
]);

/** What out-of-fold scores of a model say of one class against all others. */
export const classScoresSchema = z.strictObject({
  /** All classes of the task. */
  labels: z.array(z.string()).readonly(),
  label: z.string(),
  /** Folds that have finished, from 0. */
  folds: z.array(fold).readonly(),
  notes: z.int(),
  positives: z.int(),
  /** Patients and the like; notes without one count each. */
  groups: z.int(),
  /** Share of positives among the notes. */
  ownPrevalence: z.number(),
  /** That of `atPrevalence` and of the decision curve. */
  prevalence: z.number(),
  /** How calibrating does, over all folds; null where it cannot be learned. */
  calibration: z
    .strictObject({
      /** For notes to come. */
      calibrator: calibratorSchema,
      /** Each kind by its cross-fitted log loss; null where there are too few notes for it. */
      candidates: z
        .array(
          z.strictObject({
            kind: z.enum(['temperature', 'platt', 'isotonic']),
            logLoss: z.number().nullable(),
          }),
        )
        .readonly(),
      logLossAsGiven: z.number(),
      /** What to expect of calibrating, the choice among kinds included. */
      logLossCalibrated: z.number(),
    })
    .nullable(),
  /** False also where it was asked for and cannot be learned. */
  isCalibrated: z.boolean(),
  /** AUROC, average precision, Brier score, log loss, ECE, calibration intercept and slope. */
  figures: z.array(figureSchema).readonly(),
  /** From (0, 0), at most 300 points; the threshold of the first is null. Null: a class is missing. */
  roc: z
    .array(
      z.strictObject({
        threshold: z.number().nullable(),
        sensitivity: z.number(),
        falsePositiveRate: z.number(),
      }),
    )
    .readonly()
    .nullable(),
  /** By falling thresholds, at most 300 points, to be drawn in steps. Null: no positive. */
  precisionRecall: z
    .array(z.strictObject({ threshold: z.number(), precision: z.number(), recall: z.number() }))
    .readonly()
    .nullable(),
  /** Bins of about as many notes each, from the lowest probability up. */
  calibrationCurve: z
    .array(
      z.strictObject({
        count: z.int(),
        predicted: z.number(),
        observed: z.number(),
        interval: intervalSchema,
      }),
    )
    .readonly(),
  /** Of calibrated probabilities whatever was asked for; null where they cannot be had. */
  decisionCurve: z
    .array(
      z.strictObject({
        threshold: z.number(),
        model: z.number(),
        treatAll: z.number(),
        treatNone: z.number(),
      }),
    )
    .readonly()
    .nullable(),
  /** Bins of equal width on [0, 1]. */
  distribution: z
    .array(
      z.strictObject({
        from: z.number(),
        to: z.number(),
        positives: z.int(),
        negatives: z.int(),
      }),
    )
    .readonly(),
  /** At most 101, from the lowest score to the highest; empty where the prevalence is 0 or 1. */
  thresholds: z.array(thresholdRowSchema).readonly(),
  /** At the threshold that was asked for; null where none was. */
  chosen: thresholdRowSchema.nullable(),
  /** Null where no sensitivity was asked for. */
  wanted: z
    .strictObject({
      threshold: sensitivityThresholdSchema,
      /** At that threshold; null where none can be claimed. */
      row: thresholdRowSchema.nullable(),
    })
    .nullable(),
});

export const askForErrorsSchema = z.strictObject({
  studyId: identifier,
  task: name,
  /** What counts is what this model gets wrong; null: what any model gets wrong. */
  of: name.nullable(),
  /** How many of the list to leave out from its beginning. */
  offset: z.int().min(0).max(10_000_000),
  limit: z.int().min(1).max(100),
});

const exampleSchema = z.strictObject({
  /** From 0. */
  fold,
  /** From 0, in the order in which the fold was tested. */
  place: z.int().min(0),
  id: z.string(),
  groupId: z.string().nullable(),
});

/** What models get wrong, the worst first; ids and scores, no text. */
export const errorsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('classification'),
    total: z.int(),
    errors: z
      .array(
        exampleSchema.extend({
          truth: z.string(),
          /** Of the models that have finished the fold. */
          answers: z
            .array(
              z.strictObject({
                model: z.string(),
                given: z.string(),
                probabilityOfGiven: z.number(),
                probabilityOfTruth: z.number(),
                isRight: z.boolean(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
  z.strictObject({
    kind: z.literal('entities'),
    total: z.int(),
    errors: z
      .array(
        exampleSchema.extend({
          trueEntities: z.int(),
          /** Counted strictly: both ends and the type. */
          answers: z
            .array(
              z.strictObject({
                model: z.string(),
                right: z.int(),
                /** Overlaps a true one, with other ends or another type. */
                wrong: z.int(),
                missed: z.int(),
                /** Found where nothing is. */
                invented: z.int(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
]);

export const askForExampleSchema = z.strictObject({
  studyId: identifier,
  task: name,
  fold,
  place: z.int().min(0).max(10_000_000),
});

const spanSchema = z.strictObject({
  /** UTF-16 units of the text, `end` exclusive. */
  start: z.int(),
  end: z.int(),
  type: z.string(),
});

/** One tested example with its text. */
export const testedExampleSchema = z.strictObject({
  ...exampleSchema.shape,
  /** At most 200,000 UTF-16 units. */
  text: z.string(),
  isCut: z.boolean(),
  /** How many examples have the same id, group and labels: beyond 1 it may be another of them. */
  alike: z.int(),
  /** The true class; null for entities. */
  truth: z.string().nullable(),
  /** The true entities; empty for a class. */
  spans: z.array(spanSchema).readonly(),
  models: z
    .array(
      z.strictObject({
        model: z.string(),
        /** The most probable first; empty for entities. */
        classes: z.array(z.strictObject({ name: z.string(), probability: z.number() })).readonly(),
        /** What it found; empty for a class. */
        spans: z.array(spanSchema.extend({ score: z.number() })).readonly(),
      }),
    )
    .readonly(),
});

export type ClassQuestionView = z.infer<typeof askForClassSchema>;
export type ClassScoresView = z.infer<typeof classScoresSchema>;
export type ErrorsQuestion = z.infer<typeof askForErrorsSchema>;
export type ErrorsView = z.infer<typeof errorsSchema>;
export type ExampleQuestion = z.infer<typeof askForExampleSchema>;
export type FiguresQuestion = z.infer<typeof askForFiguresSchema>;
export type ModelFiguresView = z.infer<typeof modelFiguresSchema>;
export type TestedExampleView = z.infer<typeof testedExampleSchema>;

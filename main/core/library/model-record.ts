import type { CorpusCuts } from '#core/domain/vocabulary-cuts.ts';
import type { CheckpointProblem } from '#core/model/checkpoint/check-weights.ts';
import { familyOfOffset, type ModelFamily } from '#core/model/checkpoint/model-family.ts';
import type { ProblemType } from '#core/model/checkpoint/problem-type.ts';
import type { EncoderConfiguration, Head } from '#core/model/configuration.ts';
import type { NoteReading } from '#core/training/note-readings.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Told } from '#core/base/phrase.ts';

/** What a user was told when a checkpoint was imported. */
export interface ImportNotes {
  /** One sentence each. */
  readonly warnings: readonly Told[];
  readonly problems: readonly CheckpointProblem[];
}

/** How texts are given to a fine-tuned model, so that new ones are read as those that it learned. */
export interface TextReading {
  /** Of a text, special tokens included. */
  readonly maxTokens: number;
  /** Of notes longer than that. */
  readonly longNotes: NoteReading;
  /** Index of the class that is looked for; null for entities. */
  readonly positive: number | null;
  /** [labels] of a model that judges each by itself, from which probability on it is given. */
  readonly thresholds?: readonly number[];
}

/** Which state of a pre-training was kept beside the one that its study goes on with. */
export type SetAsidePoint = 'best' | 'last' | 'before-divergence';

/** Where the weights of a model come from; the run that made them is in the model's entry. */
export type ModelOrigin =
  | {
      readonly kind: 'checkpoint';
      /** SHA-256 over the names and bytes of all files of the folder. */
      readonly sourceHash: string;
      readonly format: 'safetensors' | 'pytorch';
      /** As its own card names them, for example "nl"; left out where it names none. */
      readonly languages?: readonly string[];
      /** What was told at the import; left out for imports of the first versions. */
      readonly notes?: ImportNotes;
    }
  | {
      readonly kind: 'vocabulary-extension';
      readonly addedCount: number;
      /** Hash by name of the text whose words were added. */
      readonly corpusHashes: Readonly<Record<string, string>>;
      /** How that text is cut; left out by a run, whose summary tells, and by the first versions. */
      readonly cuts?: readonly CorpusCuts[];
    }
  | {
      readonly kind: 'pretraining';
      /** Of a state of a training that its study does not go on with. */
      readonly setAside?: SetAsidePoint;
      /** Hash by name of the text it has read, also for its vocabulary; left out by the first versions. */
      readonly corpusHashes?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'fine-tuning';
      readonly task: string;
      /** Left out of its training; null for one that was trained on all. */
      readonly fold: number | null;
      /** How its texts are read; left out by the first versions. */
      readonly reading?: TextReading;
      /** Of the labelled set; left out by the first versions. */
      readonly datasetHash?: string;
    };

/** What the workspace knows of a model beside its name, its parent, its weights and vocabulary. */
export interface ModelRecord {
  readonly encoder: EncoderConfiguration;
  readonly family: ModelFamily;
  /** The head that stands on it as a whole; null for a bare encoder. */
  readonly head: Head | null;
  /** Class names in the order of the classifier's rows; null for a language model. */
  readonly labels: readonly string[] | null;
  /** As a classifier's config.json gave it; left out where it gave none. */
  readonly problemType?: ProblemType;
  readonly origin: ModelOrigin;
}

/** As `models.put` takes it: the encoder's keys at the top, as they have always been. */
export function toConfiguration({ encoder, ...record }: ModelRecord): object {
  return { ...encoder, ...record };
}

/** Reads a stored configuration; those of the first versions held the encoder alone. */
export function readModelRecord({
  configuration,
}: Pick<StoredModel, 'configuration'>): ModelRecord {
  const {
    family,
    head = { kind: 'masked-language-model' },
    labels = null,
    problemType,
    origin = { kind: 'pretraining' },
    ...encoder
  } = configuration as EncoderConfiguration & Partial<Omit<ModelRecord, 'encoder'>>;
  return {
    encoder,
    family: family ?? familyOfOffset(encoder.positionOffset),
    head,
    labels,
    ...(problemType === undefined ? {} : { problemType }),
    origin,
  };
}

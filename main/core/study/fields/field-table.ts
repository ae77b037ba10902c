import type { FieldNamesWording } from '#core/wording/field-names/en.ts';
import type {
  ClassificationPlan,
  EntitiesPlan,
  HeldOutPlan,
  MultiLabelPlan,
  Plan,
  PretrainingPlan,
  SetPlan,
  TransferPlan,
} from '../plan/plan-schema.ts';

type Corpus = Plan['corpora'][string];
type Documents = Extract<Corpus, { readonly collection: unknown }>;
type Vocabulary = Plan['vocabularies'][string];
type Model = Plan['models'][string];

/** What a plan is made of, as a form shows it: each part is one object of the plan. */
interface Parts {
  readonly study: Plan;
  readonly heldOut: HeldOutPlan;
  readonly files: Extract<Corpus, { readonly files: unknown }>;
  readonly documents: Documents;
  readonly where: Documents['where'];
  readonly wordpiece: Extract<Vocabulary, { readonly algorithm: 'wordpiece' }>;
  readonly 'byte-level-bpe': Extract<Vocabulary, { readonly algorithm: 'byte-level-bpe' }>;
  readonly model: Model;
  readonly scratch: Extract<Model['start'], { readonly kind: 'scratch' }>;
  readonly extension: NonNullable<Model['extendVocabulary']>;
  readonly pretraining: PretrainingPlan;
  readonly classification: ClassificationPlan;
  readonly 'multi-label': MultiLabelPlan;
  readonly entities: EntitiesPlan;
  readonly earlyStop: NonNullable<ClassificationPlan['earlyStop']>;
  readonly transfer: TransferPlan;
  readonly fewShot: NonNullable<TransferPlan['fewShot']>;
  readonly set: SetPlan;
  readonly csv: Extract<ClassificationPlan['data'], { readonly format: 'csv' }>;
  readonly labelTable: Extract<MultiLabelPlan['data'], { readonly format: 'csv' }>;
  readonly brat: Extract<EntitiesPlan['data'], { readonly format: 'brat' }>;
  readonly bio: Extract<EntitiesPlan['data'], { readonly format: 'bio' }>;
}

export type PartName = keyof Parts;

interface FieldEntry {
  /** Shown at once, or folded away with its default told. */
  readonly group: 'main' | 'more';
  readonly name: keyof FieldNamesWording;
}

/** Of what the form has a place of its own for, such as files or the start of a model. */
const own = 'own';
const main = (name: FieldEntry['name']): FieldEntry => ({ group: 'main', name });
const more = (name: FieldEntry['name']): FieldEntry => ({ group: 'more', name });

const optimiser = {
  learningRate: more('learningRate'),
  weightDecay: more('weightDecay'),
  warmupFraction: more('warmupFraction'),
  maxGradientNorm: more('maxGradientNorm'),
  dropout: more('dropout'),
};

const fineTuning = {
  kind: own,
  data: own,
  title: more('title'),
  folds: main('folds'),
  repeats: more('repeats'),
  foldsBy: more('foldsBy'),
  epochs: main('epochs'),
  maxTokens: main('maxTokens'),
  baselines: main('baselines'),
  finalModel: main('finalModel'),
  keepModels: more('keepModels'),
  batchSize: more('batchSize'),
  labels: more('labels'),
  minimumCount: more('minimumCount'),
  ...optimiser,
  frozenEncoder: more('frozenEncoder'),
  earlyStop: own,
  layerDecay: more('layerDecay'),
} as const;

/**
 * Every key of a plan, and where a form shows it. A key that is new in the schema does not compile
 * until it stands here, and its name and meaning in `wording/field-names` and `field-meanings`, in
 * every language. What it can be, its default and its range are read from the schema.
 */
export const fieldTable: {
  readonly [Part in PartName]: {
    readonly [Key in keyof Parts[Part] & string]-?: FieldEntry | typeof own;
  };
} = {
  study: {
    $schema: own,
    name: main('name'),
    title: main('title'),
    description: more('description'),
    seed: more('seed'),
    engine: more('engine'),
    precision: more('precision'),
    lockedSet: own,
    heldOut: own,
    corpora: own,
    vocabularies: own,
    models: own,
    tasks: own,
    comparisons: own,
    transfers: own,
  },
  heldOut: {
    fraction: main('heldOutFraction'),
    points: more('heldOutPoints'),
    words: more('heldOutWords'),
    maxTokens: more('heldOutTokens'),
  },
  files: {
    format: own,
    files: own,
    unit: main('unit'),
    textColumn: main('textColumn'),
    lineUnit: more('lineUnit'),
    encoding: more('encoding'),
  },
  documents: {
    collection: own,
    where: own,
    lineUnit: more('lineUnit'),
    copiedForward: more('copiedForward'),
    nearDuplicates: more('nearDuplicatesOfCorpus'),
  },
  where: {
    language: main('language'),
    kind: main('documentKind'),
    from: more('from'),
    to: more('to'),
  },
  wordpiece: {
    algorithm: own,
    corpora: own,
    size: main('size'),
    minFrequency: more('minFrequency'),
    lowercase: more('lowercase'),
    limitAlphabet: more('limitAlphabet'),
  },
  'byte-level-bpe': {
    algorithm: own,
    corpora: own,
    size: main('size'),
    minFrequency: more('minFrequency'),
  },
  model: { title: more('title'), start: own, extendVocabulary: own, pretraining: own },
  scratch: {
    kind: own,
    vocabulary: own,
    layers: main('layers'),
    hiddenSize: main('hiddenSize'),
    heads: more('heads'),
    intermediateSize: more('intermediateSize'),
    maxPositions: more('maxPositions'),
  },
  extension: {
    corpora: own,
    tokens: main('addedTokens'),
    minFrequency: more('minFrequencyOfWord'),
  },
  pretraining: {
    corpora: own,
    epochs: main('epochs'),
    maxTokens: main('maxTokens'),
    batchSize: more('batchSize'),
    accumulation: more('accumulation'),
    maskedFraction: more('maskedFraction'),
    wholeWords: more('wholeWords'),
    rows: more('rows'),
    weighting: more('weighting'),
    use: more('use'),
    patience: more('patience'),
    ...optimiser,
  },
  classification: {
    ...fineTuning,
    longNotes: main('longNotes'),
    classWeights: main('classWeights'),
    positiveClass: main('positiveClass'),
    keywords: more('keywords'),
    screening: more('screening'),
  },
  'multi-label': {
    ...fineTuning,
    labels: more('labelsOfSeveral'),
    minimumCount: more('minimumCountOfSeveral'),
    longNotes: main('longNotes'),
    threshold: more('labelThreshold'),
    unlabelled: main('unlabelled'),
    // They are of tasks with one class, and refused here with the reason.
    classWeights: own,
    positiveClass: own,
    screening: own,
    keywords: own,
  },
  entities: {
    ...fineTuning,
    types: main('types'),
    groupByDocument: more('groupByDocument'),
  },
  earlyStop: {
    share: main('earlyStopShare'),
    patience: main('earlyStopPatience'),
    measure: main('earlyStopMeasure'),
  },
  transfer: { source: own, target: own, labels: own, fewShot: own },
  fewShot: {
    examples: own,
    draws: main('draws'),
    epochs: main('epochsOfDraws'),
    batchSize: more('batchSize'),
    withoutSource: more('withoutSource'),
  },
  set: { format: own, set: own, version: own, nearDuplicates: more('nearDuplicatesOfSet') },
  csv: {
    format: own,
    files: own,
    textColumn: main('textColumn'),
    labelColumn: main('labelColumn'),
    groupColumn: main('groupColumn'),
    idColumn: main('idColumn'),
    encoding: more('encoding'),
  },
  labelTable: {
    format: own,
    files: own,
    textColumn: main('textColumn'),
    labelColumn: main('labelsColumn'),
    labelSeparator: main('labelSeparator'),
    groupColumn: main('groupColumn'),
    idColumn: main('idColumn'),
    encoding: more('encoding'),
  },
  brat: { format: own, files: own, encoding: more('encoding') },
  bio: {
    format: own,
    files: own,
    tagColumn: more('tagColumn'),
    wordColumn: more('wordColumn'),
    encoding: more('encoding'),
  },
};

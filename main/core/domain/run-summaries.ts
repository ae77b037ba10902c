import type { CorpusCuts } from './vocabulary-cuts.ts';

/** What a training tells of itself at its end. */
export interface TrainingSummary {
  /** False when `shouldStop` ended the training early. */
  readonly completed: boolean;
  readonly stepCount: number;
  readonly tokenCount: number;
  readonly elapsedMs: number;
  /** Mean loss of the last epoch's steps; null when there was none. */
  readonly finalLoss: number | null;
  /** Of each epoch on the inner split, higher is better; left out where there was none. */
  readonly innerScores?: readonly number[];
}

/** What a pre-training measured on held-out text; losses are means per masked token. */
export interface HeldOutSummary {
  /** In order; the first before any update. */
  readonly points: readonly {
    readonly step: number;
    readonly loss: number;
    readonly lossOfCorpus: Readonly<Record<string, number>>;
  }[];
  readonly bestStep: number;
  /** After which update the model was as the study goes on with it. */
  readonly usedStep: number;
  readonly used: 'best' | 'last';
  /** Whether patience ended it before its last epoch did. */
  readonly endedEarly: boolean;
}

/** What each kind of run leaves beside its metrics. */
export interface RunSummaries {
  readonly vocabulary: VocabularySummary;
  readonly pretraining: PretrainingSummary;
  readonly perplexity: PerplexitySummary;
  readonly baseline: BaselineSummary;
  readonly 'fine-tuning': FineTuningSummary;
  readonly final: FineTuningSummary;
  readonly transfer: TransferSummary;
  readonly 'zero-shot': ZeroShotSummary;
  readonly 'few-shot': FewShotSummary;
}

interface VocabularySummary {
  /** Of a trained vocabulary; an extended one lies with its model. */
  readonly tokenizerBlobId: string | null;
  readonly vocabularySize: number;
  /** Tokens that were added to an existing vocabulary; left out where one was trained. */
  readonly addedCount?: number;
  /** How it cuts the corpora of the plan; left out by the first versions. */
  readonly cuts?: readonly CorpusCuts[];
}

interface PretrainingSummary {
  readonly training: TrainingSummary;
  /** Left out where the plan holds nothing out. */
  readonly heldOut?: HeldOutSummary;
  /** Mean cross-entropy at masked tokens of text that was not trained on, before and after. */
  readonly heldOutLossBefore: number | null;
  readonly heldOutLossAfter: number | null;
  readonly rowCount: number;
  /** Tokens of each corpus, special tokens not counted (Table 1 of the reference study). */
  readonly tokensOfCorpus: Readonly<Record<string, number>>;
  /** Tokens of each corpus that were trained on, over all epochs; left out by the first versions. */
  readonly seenOfCorpus?: Readonly<Record<string, number>>;
  readonly parameterCount: number;
  /** Hash of each corpus by its name in the plan. */
  readonly corpusHashes: Readonly<Record<string, string>>;
}

/** What a model makes of the held-out text of one corpus; sums over its masked tokens. */
export interface HeldOutRow {
  /** As it is in the study, or before its own pre-training. */
  readonly stage: 'before' | 'after';
  readonly corpus: string;
  /** Of cross-entropies, natural logarithm. */
  readonly lossSum: number;
  readonly tokenCount: number;
  readonly wordCount: number;
  /** Masked words that its vocabulary does not know: they are not asked for. */
  readonly unknownCount: number;
}

interface PerplexitySummary {
  /** Empty for a model that has no head of a language model. */
  readonly rows: readonly HeldOutRow[];
}

interface BaselineSummary {
  readonly trainCount: number;
  readonly testCount: number;
  readonly datasetHash: string;
}

interface FineTuningSummary {
  readonly training: TrainingSummary;
  /** Epochs after which the weights were taken, as an inner split chose or folds had it; left out where it was the last. */
  readonly chosenEpochs?: number;
  /** Examples held back to choose by; left out where there were none. */
  readonly heldBackCount?: number;
  readonly trainCount: number;
  readonly testCount: number;
  /** Notes or sentences that were longer than the model. */
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; left out for sentences, and by the first versions. */
  readonly unreadShare?: number;
  /** Tested notes, or sentences with entities, whose text was also learned from; left out by the first versions. */
  readonly repeatedCount?: number;
  readonly datasetHash: string;
  /** The entry of the workspace whose weights it began with; left out by the first versions. */
  readonly startModelId?: string | null;
}

/** Of the run that learns the source of a transfer. */
interface TransferSummary extends FineTuningSummary {
  readonly targetHash: string;
  /** What each label of the source is in the target; null where it is left out. */
  readonly labels: readonly { readonly source: string; readonly target: string | null }[];
  /** Examples of the source that were not learned from, each by the first reason that holds. */
  readonly leftOut: { readonly unmapped: number; readonly patient: number; readonly text: number };
}

interface ZeroShotSummary {
  readonly testCount: number;
  readonly datasetHash: string;
  /** Of a model. */
  readonly startModelId?: string | null;
  /** Of a baseline. */
  readonly trainCount?: number;
}

interface FewShotSummary extends FineTuningSummary {
  /** Ids of the examples that were drawn, in the order of the lot; left out where all were taken. */
  readonly drawn?: readonly string[];
}

import type { PathGradients } from '#core/domain/path-gradients.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import type { MethodExplanation, NoteExplanation } from '#core/domain/note-explanation.ts';
import { compareMethods } from '#core/explanation/methods/compare-methods.ts';
import { judgeByTerms, markTermWords } from '#core/explanation/terms/judge-by-terms.ts';
import type { Classify } from '#core/explanation/words/classify.ts';
import { listExplainedWords } from '#core/explanation/words/explained-words.ts';
import { cutAtWords } from '#core/explanation/words/remove-words.ts';
import {
  classifyTexts,
  probabilitiesOf,
  type TextClassifier,
} from '#core/prediction/predict-classes.ts';
import { explainBy, workOf, type ExplainingEffects } from './explain-by-method.ts';
import type { ExplanationSettings } from './explanation-settings.ts';
import { findReadParts, joinParts, placeInWhole } from './find-read-parts.ts';
import { refuseClass, refuseWordless } from './refuse-explanation.ts';
import { SharedAdvance } from './share-advance.ts';

export interface NamedClassifier {
  readonly name: string;
  readonly classifier: TextClassifier;
  /** For integrated gradients; null where they are not asked for. */
  readonly gradients: PathGradients | null;
}

/**
 * Why a classifier says what it says of a note: by each method that is asked for, on the same words.
 * Settings and seeds alone decide what comes out. @throws explanation.no-words,
 * explanation.unknown-class; RunStopped, through `advance`
 */
export async function explainNote(
  { name, classifier, gradients }: NamedClassifier,
  text: string,
  settings: ExplanationSettings,
  { advance, remember }: ExplainingEffects,
): Promise<NoteExplanation> {
  const { classes, tokenizer, reading } = classifier;
  const { maxTokens } = reading;
  const classify: Classify = async (texts) => {
    const logits = await classifyTexts(classifier, texts);
    return logits.map((ofText) => probabilitiesOf(classifier, ofText));
  };
  const [ofWhole] = await classifyTexts(classifier, [text]);
  const classIndex = chooseClass(classifier, settings.label, ofWhole);
  const read = await findReadParts(classifier, text, classIndex);
  const explained = joinParts(text, read.parts);
  const words = listExplainedWords(explained, settings.unit);
  if (words.length === 0) refuseWordless();
  const cut = cutAtWords(explained, words);
  const isInTerms = settings.terms && markTermWords(explained, words, settings.terms);
  const sizes = settings.methods.map((method) => workOf[method](words.length, settings));
  const shared = new SharedAdvance(
    advance,
    'explanation',
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const methods: MethodExplanation[] = [];
  for (const [index, method] of settings.methods.entries()) {
    const said = await shared.part(sizes[index], (told) =>
      explainBy[method](
        { words, cut, classify, classIndex, tokenizer, maxTokens, gradients },
        settings,
        { advance: told, remember },
      ),
    );
    const terms = isInTerms && judgeByTerms(said.weights, isInTerms, settings.featureCount);
    methods.push({ ...said, terms });
  }
  return {
    model: name,
    label: classes[classIndex],
    probability: probabilitiesOf(classifier, ofWhole)[classIndex],
    read,
    words: words.map(({ word, spans }) => ({
      word,
      spans: spans.map((span) => placeInWhole(span, read.parts)),
    })),
    methods,
    agreements: compareMethods(methods),
  };
}

/** The named class; else the one that the model looks for, or takes to be likeliest. */
function chooseClass(
  { classes, rule }: TextClassifier,
  label: string | null,
  logits: readonly number[],
): number {
  const wanted = label ?? rule?.label ?? null;
  const known = wanted === null ? likeliestClass(logits) : classes.indexOf(wanted);
  return known >= 0 ? known : refuseClass(classes, wanted ?? '');
}

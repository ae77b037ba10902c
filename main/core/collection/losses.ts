import type { ImportRule } from '#core/domain/import-report.ts';
import type { Phrase, Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { LabelCount } from './count-labels.ts';

/** A loss of at least this share, of all or of one class or type, is worth a warning. */
export const noteworthyLoss = 0.02;

/** What one application of a rule can lose. */
type LossUnit = 'file' | 'document' | 'row' | 'entity' | 'tag' | 'word';

/** What each rule loses where it leaves something out or reads it as nothing; null for nothing. */
export const lossUnits: Readonly<Record<ImportRule, LossUnit | null>> = {
  'annotation-malformed': 'entity',
  'annotation-not-used': null,
  'annotation-withdrawn': null,
  'archive-damaged': 'file',
  'archive-encrypted': 'file',
  'archive-entry-name': null,
  'archive-method': 'file',
  'archive-system-file': null,
  'bio-column-count': null,
  'bio-document-line': null,
  'bio-notation': null,
  'bio-scheme': null,
  'bio-sentence-duplicate': null,
  'bio-tag-bare': null,
  'bio-tag-column-missing': 'file',
  'bio-tag-column-wrong': 'file',
  'bio-tag-empty': 'word',
  'bio-tag-lower-case': null,
  'bio-tag-orphan': null,
  'bio-tag-stacked': 'tag',
  'bio-tag-unknown': 'tag',
  'bio-tag-zero': null,
  'bio-word-blank': 'word',
  'bio-word-column': null,
  'bio-word-empty': 'word',
  'brat-attribute-repeated': null,
  'brat-discontinuous': null,
  'brat-document-duplicate': null,
  'brat-id-repeated': null,
  'brat-line-malformed': 'entity',
  'brat-offset-moved': null,
  'brat-offset-unit': null,
  'brat-offset-unmatched': 'entity',
  'brat-overlap': 'entity',
  'brat-quote-form': null,
  'brat-quote-lines': null,
  'bzip2-broken': 'file',
  'cas-layer-other': null,
  'cas-offset': 'entity',
  'cas-text-missing': 'document',
  'document-attachments': null,
  'document-class-ambiguous': 'document',
  'document-class-missing': 'document',
  'document-comments': null,
  'document-damaged': 'file',
  'document-divided-words': null,
  'document-form-fields': null,
  'document-hidden': null,
  'document-id-duplicate': null,
  'document-letters-unknown': null,
  'document-list-numbers': null,
  'document-margins': null,
  'document-page-without-text': null,
  'document-pictures': null,
  'document-revisions': null,
  'document-scanned': 'file',
  'document-symbols': null,
  'document-too-long': 'document',
  'document-unpaired-surrogate': null,
  'entity-same-word': 'entity',
  'entity-widened': null,
  'entity-without-word': 'entity',
  'fhir-attachment': 'document',
  'fhir-entered-in-error': 'document',
  'fhir-resource-other': null,
  'fhir-url': 'document',
  'file-column-missing': 'file',
  'file-empty': 'file',
  'file-encoding-guessed': null,
  'file-invalid-bytes': null,
  'file-not-text': 'file',
  'file-nothing-left': 'file',
  'file-other-format': 'file',
  'file-partner-missing': 'file',
  'file-password': 'file',
  'gate-node': 'entity',
  'gate-structure': null,
  'group-number': null,
  'input-beyond-limits': 'document',
  'json-malformed': 'document',
  'json-no-number': null,
  'json-too-deep': 'document',
  'label-alike': null,
  'label-list': null,
  'label-number': null,
  'language-missing': 'file',
  'mediawiki-page-other': null,
  'omop-mention-moved': null,
  'omop-mention-unmatched': 'entity',
  'omop-note-missing': 'entity',
  'row-column-count': 'row',
  'row-date-impossible': null,
  'row-date-order': null,
  'row-date-short-year': null,
  'row-group-empty': null,
  'row-id-duplicate': 'row',
  'row-id-empty': null,
  'row-id-repeated': null,
  'row-label-absent': null,
  'row-label-empty': 'row',
  'row-label-not-a-name': null,
  'row-label-text': 'row',
  'row-language-unknown': null,
  'row-patient-empty': null,
  'row-quote': 'row',
  'row-text-duplicate': null,
  'row-text-empty': 'row',
  'row-too-long': 'row',
  'sentence-split': null,
  'sheet-cell-cut': null,
  'sheet-errors': null,
  'sheet-formulas': null,
  'sheet-hidden': 'file',
  'sheet-merged-cells': null,
  'sheet-text-missing': null,
  'span-offset-moved': null,
  'span-offset-uncertain': null,
  'span-offset-unit': null,
  'span-offset-unmatched': 'entity',
  'span-quote-form': null,
  'table-columns-alike': null,
  'table-header-missing': null,
  'table-id-repeated': null,
  'table-title-rows': null,
  'webanno-gap': null,
  'webanno-line': null,
  'webanno-word': null,
  'xml-entities': 'file',
  'xml-malformed': null,
  'xml-too-deep': 'file',
};

const nouns = {
  file: 'files',
  document: 'documents',
  row: 'rows',
  entity: 'entities',
  tag: 'tags',
  word: 'words',
} as const satisfies Record<LossUnit, string>;

/** How often a rule left out an example of a class or type; null where the label is not known. */
export interface LossCount {
  readonly rule: ImportRule;
  readonly label: string | null;
  readonly count: number;
}

/** What was left of an import. */
export interface Kept {
  /** Of a unit that is not named nothing can be said. */
  readonly units: Partial<Readonly<Record<LossUnit, number>>>;
  /** By class or type. */
  readonly labels: readonly LabelCount[];
}

/** What an import lost of one class or type. */
interface LabelLoss {
  readonly label: string;
  readonly lost: number;
  readonly kept: number;
}

/**
 * A sentence for each kind of thing of which much was lost: in all, or of one class or type. Of what
 * was lost entirely the number of examples is said whatever its share.
 */
export function describeLosses(losses: readonly LossCount[], kept: Kept): Told[] {
  const units = Object.keys(nouns) as LossUnit[];
  return units.flatMap((unit) => describeUnit(unit, losses, kept) ?? []);
}

function describeUnit(unit: LossUnit, losses: readonly LossCount[], kept: Kept): Phrase | null {
  const ofUnit = losses.filter(({ rule }) => lossUnits[rule] === unit);
  const lost = sum(ofUnit);
  const rest = kept.units[unit];
  if (lost === 0 || rest === undefined) return null;
  const total = lost + rest;
  const labels = listLabelLosses(ofUnit, kept.labels).filter(isNoteworthy);
  if (lost < noteworthyLoss * total && labels.length === 0) return null;
  const rules = Map.groupBy(ofUnit, ({ rule }) => rule);
  const byRule = Array.from(rules, ([rule, counts]) =>
    say('losses', 'ruleAndCount', rule, sum(counts)),
  );
  const noun = say('losses', nouns[unit]);
  const whole = say('losses', 'leftOut', noun, lost, total, say('losses', 'first', byRule, 0));
  if (labels.length === 0) return whole;
  const gone = labels.filter((each) => each.kept === 0);
  const left = labels.filter((each) => each.kept > 0);
  return say('common', 'sentences', [
    whole,
    ...(gone.length === 0 ? [] : [say('losses', 'nothingLeft', nameCounts(gone.map(toCount)))]),
    ...(left.length === 0
      ? []
      : [say('losses', 'leftOutOfEach', joinSome(left.map(describeShare)))]),
  ]);
}

const toCount = ({ label, lost }: LabelLoss): LabelCount => ({ label, count: lost });

function describeShare({ label, lost, kept }: LabelLoss): Phrase {
  return say('losses', 'labelShare', label, lost, lost + kept);
}

const namedCount = 12;

/** Labels with their counts, the first of them where there are many. */
export function nameCounts(counts: readonly LabelCount[]): Phrase {
  return joinSome(counts.map(({ label, count }) => say('losses', 'labelCount', label, count)));
}

function joinSome(parts: readonly Phrase[]): Phrase {
  const more = Math.max(0, parts.length - namedCount);
  return say('losses', 'first', parts.slice(0, namedCount), more);
}

/** The largest losses first. */
export function listLabelLosses(
  losses: readonly LossCount[],
  labels: readonly LabelCount[],
): LabelLoss[] {
  const keptOf = new Map(labels.map(({ label, count }) => [label, count]));
  const byLabel = Map.groupBy(losses, ({ label }) => label);
  return [...byLabel]
    .flatMap(([label, counts]): LabelLoss[] =>
      label === null ? [] : [{ label, lost: sum(counts), kept: keptOf.get(label) ?? 0 }],
    )
    .sort((a, b) => b.lost - a.lost);
}

function isNoteworthy({ lost, kept }: LabelLoss): boolean {
  return lost >= noteworthyLoss * (lost + kept);
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

import type { LanguageMaterial } from '#core/sample/language.ts';
import { generalLexicon, generalSentences } from './general-sentences.ts';
import { indicatorEvidence } from './indicator-evidence.ts';
import { dutchLexicon } from './lexicon.ts';
import {
  conditionSentences,
  explainedSentences,
  noteSentences,
  testedSentences,
  untestedSentences,
} from './note-sentences.ts';

/**
 * What colleagues write around indicator conditions in letters and case reviews. The unlabelled
 * text so holds the knowledge which conditions belong together, as real records do; the labelled
 * notes never contain these sentences.
 */
const reviewSentences = [
  'Casusbespreking: {condition} bij patiënt van {22-71} jaar, cave gestoorde afweer.',
  'Bij {condition} ook denken aan verminderde weerstand.',
  'Consult infectioloog wegens {condition}: afweer nader onderzoeken.',
  'Na {condition} is immuundiagnostiek overwogen, zie ook {condition}.',
  'Overdracht: {condition}, daarnaast {ordinary}.',
  'MDO: {condition} en {condition} in een jaar, afweerstoornis waarschijnlijk.',
  'Ontslagbrief: opgenomen van {date} tot {date} wegens {condition}, ontslagen met {drug} {dose}.',
];

export const dutchMaterial: LanguageMaterial = {
  lexicon: {
    ...generalLexicon,
    ...dutchLexicon,
    condition: indicatorEvidence.flatMap((evidence) => evidence.named),
    described: indicatorEvidence.flatMap((evidence) => evidence.described),
  },
  notation: {
    decimalMark: ',',
    writeDate: (year, month, day) =>
      `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`,
  },
  general: generalSentences,
  clinical: [
    ...noteSentences.history,
    ...noteSentences.examination,
    ...noteSentences.plan,
    ...noteSentences.ordinaryConclusion,
    ...noteSentences.ordinaryConclusion,
    '{ordinaryComplaint}',
    '{ordinaryComplaint} {ordinaryComplaint}',
    '[Man|Vrouw] van {18-88} jaar, {visit}. {ordinaryComplaint}',
    ...conditionSentences.affirmed,
    ...conditionSentences.past,
    ...conditionSentences.negated,
    ...conditionSentences.family,
    '{described}',
    '[Man|Vrouw] van {18-88} jaar, {visit}. {described}',
    '{described} Beeld past bij {condition}.',
    ...reviewSentences,
    ...reviewSentences,
    ...testedSentences,
    ...untestedSentences,
    ...explainedSentences,
  ],
};

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

/** Whole short notes: what belongs together stands together, which is what a model can learn. */
const shortNotes = [
  '[Man|Vrouw] van {18-88} jaar, {visit}. {ordinaryComplaint} [Beeld past bij|Werkdiagnose:] {ordinary}. [Uitleg gegeven.|Continueer {drug}.|Start {drug} {dose}.]',
  '{ordinaryComplaint} VG: {ordinary}. Komt overeen met {ordinary}.',
  'Bekende {ordinary}, stabiel. Sinds {duration} {ordinary}. Controle over {1-6} maanden.',
  '[Man|Vrouw] van {18-88} jaar, {visit}. {described} [Beeld past bij|Werkdiagnose:] {condition}. Consult infectioloog, afweer nader onderzoeken.',
  '{described} VG: {condition}. Komt overeen met {condition}, verminderde weerstand?',
  'Opname wegens {condition}. Eerder {condition}. Afweerstoornis waarschijnlijk.',
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
    ...shortNotes,
    ...shortNotes,
    ...shortNotes,
    ...shortNotes,
    ...shortNotes,
    ...shortNotes,
    ...conditionSentences.affirmed,
    ...conditionSentences.past,
    ...conditionSentences.negated,
    ...conditionSentences.family,
    '{described}',
    ...reviewSentences,
    ...reviewSentences,
    ...testedSentences,
    ...untestedSentences,
    ...explainedSentences,
  ],
};

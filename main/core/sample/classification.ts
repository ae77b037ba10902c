import type { RandomStream } from '#core/base/random-stream.ts';
import type { LabelledNote } from '#core/domain/text.ts';
import { indicatorEvidence } from './dutch/indicator-evidence.ts';
import type { IndicatorEvidence } from './dutch/indicator-evidence.ts';
import { dutchMaterial } from './dutch/material.ts';
import {
  conditionSentences,
  explainedSentences,
  noteSentences,
  testedSentences,
  untestedSentences,
} from './dutch/note-sentences.ts';
import { expand, pick } from './grammar.ts';
import { misspell } from './typos.ts';

const offerTest = 'offer-test';
const noTest = 'no-test';

/** Why a note has its label; the mix makes keywords a poor guide. */
type NoteKind =
  | 'named'
  | 'described'
  | 'named-untested'
  | 'ordinary'
  | 'negated'
  | 'family'
  | 'tested'
  | 'explained';

const positiveKinds: readonly NoteKind[] = [
  ...Array<NoteKind>(12).fill('named'),
  ...Array<NoteKind>(5).fill('described'),
  ...Array<NoteKind>(3).fill('named-untested'),
];
const negativeKinds: readonly NoteKind[] = [
  ...Array<NoteKind>(11).fill('ordinary'),
  ...Array<NoteKind>(3).fill('negated'),
  ...Array<NoteKind>(2).fill('family'),
  ...Array<NoteKind>(3).fill('tested'),
  ...Array<NoteKind>(1).fill('explained'),
];

interface Patient {
  readonly id: string;
  readonly opening: string;
  readonly history: string;
}

/** Sentences by section, as templates. */
interface NoteDraft {
  readonly complaint: string[];
  readonly history: string[];
  readonly examination: string[];
  readonly conclusion: string[];
  readonly plan: string[];
}

const headings: readonly (readonly [string, string, string, string])[] = [
  ['S: ', 'O: ', 'E: ', 'P: '],
  ['Anamnese: ', 'Lichamelijk onderzoek: ', 'Conclusie: ', 'Beleid: '],
  ['A/ ', 'LO/ ', 'C/ ', 'B/ '],
  ['', '', '', ''],
];
const misspellingRate = 0.008;

const describable = indicatorEvidence.filter((evidence) => evidence.described.length > 0);

/** Different items in random order. */
function sample<Item>(random: RandomStream, items: readonly Item[], count: number): Item[] {
  return random.shuffle([...items]).slice(0, count);
}

/** Adds to the draft what makes a note of this kind. */
function addEvidence(
  draft: NoteDraft,
  kind: NoteKind,
  evidence: IndicatorEvidence,
  random: RandomStream,
): void {
  const named = pick(random, evidence.named);
  const say = (templates: readonly string[]): string =>
    pick(random, templates).replaceAll('{condition}', named);
  switch (kind) {
    case 'named':
      draft.conclusion.push(say(conditionSentences.affirmed));
      break;
    case 'named-untested':
      draft.conclusion.push(say(conditionSentences.affirmed));
      draft.history.push(pick(random, untestedSentences));
      break;
    case 'described':
      draft.complaint.push(pick(random, evidence.described));
      draft.conclusion.push(pick(random, noteSentences.uncertain));
      break;
    case 'negated':
      draft.conclusion.push(say(conditionSentences.negated));
      break;
    case 'family':
      draft.history.push(say(conditionSentences.family));
      break;
    case 'tested':
      draft.conclusion.push(say(conditionSentences.affirmed));
      draft[random.integer(2) === 0 ? 'history' : 'plan'].push(pick(random, testedSentences));
      break;
    case 'explained':
      draft.complaint.push(pick(random, explainedSentences));
      break;
    case 'ordinary':
      break;
  }
}

/** Indicator conditions seldom come alone: a second sign, in what the patient tells or has had. */
function addSecondSign(draft: NoteDraft, evidence: IndicatorEvidence, random: RandomStream): void {
  const others = describable.filter(({ id }) => id !== evidence.id);
  const chance = random.uniform();
  if (chance < 0.4) {
    draft.complaint.push(pick(random, pick(random, others).described));
  } else if (chance < 0.7) {
    const named = pick(random, pick(random, others).named);
    draft.history.push(pick(random, conditionSentences.past).replaceAll('{condition}', named));
  }
}

/** Things that stand in notes of both classes and decide nothing. */
function addDistraction(
  draft: NoteDraft,
  kind: NoteKind,
  evidence: IndicatorEvidence,
  random: RandomStream,
): void {
  const positive = positiveKinds.includes(kind);
  const others = indicatorEvidence.filter(({ id }) => id !== evidence.id);
  const other = pick(random, pick(random, others).named);
  const say = (templates: readonly string[]): string =>
    pick(random, templates).replaceAll('{condition}', other);
  const chance = random.uniform();
  if (positive && chance < 0.1) draft.conclusion.push(say(conditionSentences.negated));
  else if (positive && chance < 0.2) draft.history.push(say(conditionSentences.family));
  else if (kind === 'ordinary' && chance < 0.15)
    draft.history.push(pick(random, untestedSentences));
  if (random.uniform() < (positive ? 0.35 : 0.7)) {
    draft.conclusion.push(pick(random, noteSentences.ordinaryConclusion));
  } else if (draft.conclusion.length === 0) {
    draft.conclusion.push(pick(random, noteSentences.uncertain));
  }
  if (draft.complaint.length === 0) draft.complaint.push('{ordinaryComplaint}');
}

function writeNote(
  patient: Patient,
  kind: NoteKind,
  evidence: IndicatorEvidence,
  random: RandomStream,
): string {
  const draft: NoteDraft = {
    complaint: [],
    history: [patient.history],
    examination: sample(random, noteSentences.examination, 1),
    conclusion: [],
    plan: sample(random, noteSentences.plan, 1),
  };
  addEvidence(draft, kind, evidence, random);
  if (positiveKinds.includes(kind)) addSecondSign(draft, evidence, random);
  else if (random.uniform() < 0.3) {
    draft.history.push(
      pick(random, conditionSentences.past).replaceAll('{condition}', '{ordinary}'),
    );
  }
  addDistraction(draft, kind, evidence, random);
  random.shuffle(draft.history);
  random.shuffle(draft.conclusion);
  const [complaint, examination, conclusion, plan] = pick(random, headings);
  const template = [
    `${complaint}${patient.opening}`,
    ...draft.complaint,
    ...draft.history,
    `${examination}${draft.examination.join(' ')}`,
    `${conclusion}${draft.conclusion.join(' ')}`,
    `${plan}${draft.plan.join(' ')}`,
  ].join(' ');
  const { text } = misspell(expand(template, dutchMaterial, random), misspellingRate, random);
  return text.replaceAll('..', '.');
}

function admit(index: number, random: RandomStream): Patient {
  const write = (template: string): string => expand(template, dutchMaterial, random).text;
  return {
    id: `P${String(index + 1).padStart(4, '0')}`,
    opening: write('[Man|Vrouw] van {18-79} jaar, {visit}.'),
    history: write(pick(random, noteSentences.history)),
  };
}

/**
 * Dutch notes, half of which are of patients who should be offered an HIV test: those with a
 * present indicator condition and neither a recent test nor known HIV. About a third of the
 * patients have more than one note, so folds must be grouped by patient.
 */
export function writeLabelledNotes(count: number, random: RandomStream): LabelledNote[] {
  const half = Math.ceil(count / 2);
  const namedOrder = random.shuffle([...indicatorEvidence]);
  const describedOrder = random.shuffle([...describable]);
  const drafts: { kind: NoteKind; evidence: IndicatorEvidence }[] = [];
  let namedCount = 0;
  let describedCount = 0;
  for (let index = 0; index < count; index++) {
    const kinds = index < half ? positiveKinds : negativeKinds;
    const kind = kinds[(index < half ? index : index - half) % kinds.length];
    const evidence =
      kind === 'described'
        ? describedOrder[describedCount++ % describedOrder.length]
        : namedOrder[namedCount++ % namedOrder.length];
    drafts.push({ kind, evidence });
  }
  random.shuffle(drafts);
  const notes: LabelledNote[] = [];
  let patientCount = 0;
  let patient = admit(patientCount++, random);
  for (const [index, { kind, evidence }] of drafts.entries()) {
    if (index > 0 && random.uniform() < 0.65) patient = admit(patientCount++, random);
    notes.push({
      id: `N${String(index + 1).padStart(5, '0')}`,
      text: writeNote(patient, kind, evidence, random),
      label: positiveKinds.includes(kind) ? offerTest : noTest,
      groupId: patient.id,
    });
  }
  return notes;
}

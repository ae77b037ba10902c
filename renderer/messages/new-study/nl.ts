import { createPlural } from '#contract/language.ts';
import type { NewStudyMessages } from './messages.ts';

const plural = createPlural('nl');

export const newStudy: NewStudyMessages = {
  lead: 'In vier stappen van een doel naar een plan: waarvoor, welke gegevens, welke modellen, en een laatste blik op wat het kost. Het wordt gecontroleerd terwijl u het invult; het plan als tekst staat ernaast voor wie dat liever heeft.',
  pathsFrom: (folder) => `JSON. Paden zijn relatief ten opzichte van ${folder}`,
  emptyAgain: 'Wat u hier hebt ingevuld gaat verloren, en het formulier is weer leeg.',
  backToStudy: 'Terug naar de studie',
  changeLead:
    'Resultaten die de wijziging niet raakt, blijven behouden. Voordat er iets verdwijnt, wordt gevraagd of dat mag; een plan met een andere naam is een andere studie, en deze blijft.',
  wholePlan: 'JSON, met volledige paden en met alle instellingen die waren weggelaten',
  planAgain:
    'Wat u hier hebt geschreven gaat verloren, en het huidige plan van de studie staat hier weer.',
  plan: 'Plan',
  check: 'Controleren',
  checking: 'Controleren…',
  start: 'Starten',
  beginAnew: 'Opnieuw beginnen…',
  beginAnewTitle: 'Opnieuw beginnen?',
  discard: 'Verwerpen wat ik schreef',
  startWithFaultsTitle: 'Toch starten?',
  startWithFaults: 'Toch starten',
  faultsAbove: 'De controle vond wat de studie zou beëindigen; het staat op de pagina.',
  faults: (count) =>
    plural(count, {
      one: '# fout zou de studie beëindigen:',
      other: '# fouten zouden de studie beëindigen:',
    }),
  noFaults: 'Er is niets gevonden dat de studie zou beëindigen.',
  wouldReplace: (study) => `Het zou het plan van de studie “${study}”, die er al is, vervangen.`,
  asksFor: 'Wat het plan vraagt',
  stepsByKind: (steps, kinds) => `${steps}: ${kinds}`,
  runs: {
    vocabulary: (count) => plural(count, { one: '# vocabulaire', other: '# vocabulaires' }),
    pretraining: (count) => plural(count, { one: '# pretraining', other: '# pretrainingen' }),
    transfer: (count) =>
      plural(count, { one: '# bron van een overdracht', other: '# bronnen van overdrachten' }),
    'zero-shot': (count) => plural(count, { one: '# zero-shottest', other: '# zero-shottests' }),
    'few-shot': (count) =>
      plural(count, {
        one: '# training op weinig voorbeelden',
        other: '# trainingen op weinig voorbeelden',
      }),
    final: (count) => plural(count, { one: '# eindmodel', other: '# eindmodellen' }),
    perplexity: (count) =>
      plural(count, { one: '# meting van perplexiteit', other: '# metingen van perplexiteit' }),
    baseline: (count) => plural(count, { one: '# basislijn', other: '# basislijnen' }),
    'fine-tuning': (count) => plural(count, { one: '# finetuning', other: '# finetunings' }),
  },
  corpus: (name) => `corpus ${name}`,
  task: (name) => `taak ${name}`,
  model: (name) => `model ${name}`,
  files: (count) => plural(count, { one: '# bestand', other: '# bestanden' }),
  documents: (count) => plural(count, { one: '# document', other: '# documenten' }),
  seenInPart: (items, share) => `ongeveer ${items} (alleen de eerste ${share} is bekeken)`,
  moreLabels: (count) => plural(count, { one: 'nog #', other: 'nog #' }),
  startsFrom: (start) => `vanaf ${start}`,
  parameters: (count) => plural(count, { one: '# parameter', other: '# parameters' }),
  longestText: (tokens) => `teksten tot ${tokens} tokens`,
  time: 'tijd',
  timeUnknown: 'nog niet bekend: de rekenmotor is op deze machine niet gemeten',
  timeAbout: (duration, engine) => `heel ruw geschat ${duration} voor alle stappen, op ${engine}`,
  room: 'ruimte op de schijf',
  roomAbout: (needed) => `ongeveer ${needed}`,
  roomOfFree: (needed, free) => `ongeveer ${needed}, van de ${free} die vrij zijn`,
  replaceTitle: (study) => `Het plan van “${study}” vervangen?`,
  replace: 'Vervangen',
  replaceAndLose: 'Vervangen, en deze verliezen',
  sameName:
    'Er is een studie met deze naam en een ander plan; ze zou met dit plan verdergaan. Geef het plan een andere naam om beide te behouden.',
  noneFinished: 'Geen van haar stappen is al voltooid: er gaat geen resultaat verloren.',
  noneTouched: (finished) =>
    plural(finished, {
      one: 'De wijziging raakt haar ene voltooide stap niet: er gaat geen resultaat verloren, zolang de bestanden die het plan noemt zijn wat ze waren.',
      other:
        'De wijziging raakt geen van haar # voltooide stappen: er gaat geen resultaat verloren, zolang de bestanden die het plan noemt zijn wat ze waren.',
    }),
  lost: (steps) =>
    plural(steps, {
      one: '# voltooide stap verliest haar resultaten en moet opnieuw worden berekend; niemand kan ze terughalen, tenzij uit een back-up van de werkruimte:',
      other:
        '# voltooide stappen verliezen hun resultaten en moeten opnieuw worden berekend; niemand kan ze terughalen, tenzij uit een back-up van de werkruimte:',
    }),
  lostResults: 'Resultaten die zouden verdwijnen',
  lostStep: (kind, name) => `${kind} ${name}`,
  lostFolds: (task, model, folds) =>
    `${task}, ${model}: ${folds.length === 1 ? 'fold' : 'folds'} ${folds.join(', ')}`,
  noneKept: 'Er is geen andere stap voltooid.',
  kept: (steps) =>
    plural(steps, {
      one: '# andere voltooide stap behoudt haar resultaten.',
      other: '# andere voltooide stappen behouden hun resultaten.',
    }),
  keepBoth: 'Geef het gewijzigde plan een andere naam om beide te behouden.',
};

import { formatInstant } from '../format-instant.ts';
import { createNumbers } from '../numbers.ts';
import type { ScreeningWording } from './en.ts';

const { count, percentage } = createNumbers('nl');

export const screening: ScreeningWording = {
  noOtherScreening: 'geen andere screening met deze vrijgave tegelijk',
  screeningRuns: (id) => `screening ${id}, die bezig is`,
  waitForScreening: 'Wacht tot die is beëindigd, of stop haar.',
  reasonOfDisagreement: 'een reden bij een afwijzing, en bij geen ander besluit',
  reasonMissingOrTooMany: 'een afwijzing zonder reden, of een reden bij een ander besluit',
  giveReason: 'Kies een reden uit de lijst; wat daarin ontbreekt, past in de opmerking.',
  clockAfter: (atMs) => `een klok op of na ${formatInstant(atMs, 'nl')}`,
  clockAt: (atMs) => `${formatInstant(atMs, 'nl')} volgens deze machine`,
  setClock:
    'Zet de klok van deze machine goed: wat van een screening wordt bewaard, is naar tijd geordend.',
  classifierOfStudy: 'een model dat een studie heeft geleerd de klasse van een notitie te zeggen',
  modelOfNoStudy: 'een dat geen studie van deze werkruimte heeft gemaakt',
  otherModel: 'een dat iets anders heeft geleerd, of niets',
  releaseOneOfTask:
    'Kies een model van een taak van het soort "classification": zet "finalModel": true in een taak van het plan en voer het uit.',
  modelThatLooks: 'een model dat naar één klasse zoekt',
  looksForNothing: 'een dat naar geen van zijn klassen zoekt',
  namePositiveClass: 'Zet "positiveClass" in de taak van het plan en voer de studie opnieuw uit.',
  wholeDecision: 'een naam, een beoogd gebruik, een populatie en een einde dat nog komt',
  endInPast: 'een einde dat voorbij is',
  emptyText: 'een van de teksten leeg',
  completeDecision: 'Vul ze alle in: mensen lezen ze naast elke lijst.',
  nothingLearned:
    'Er is niets geleerd van zijn scores op notities waarvan het niet had geleerd: het heeft geen drempel.',
  noThreshold: (positives, needed, sensitivity) =>
    `Er kan geen drempel worden beweerd: een sensitiviteit van ${percentage(sensitivity)} vraagt ${count(needed)} positieven, en er waren er ${count(positives)}.`,
  noLastTest: 'Het is niet op een vergrendelde set getest.',
  claimContradicted:
    'Zijn laatste test op een vergrendelde set weerlegt de beweerde sensitiviteit.',
  releaseThatHolds: 'de nieuwste vrijgave van deze naam, vóór haar einde',
  replacedBy: (id) => `een die door vrijgave ${id} is vervangen`,
  expiredAt: (atMs) => `een die op ${formatInstant(atMs, 'nl')} is afgelopen`,
  releaseAnew: 'Screen met de nieuwste vrijgave, of geef het model opnieuw vrij.',
  modelOfRelease: (name) => `het model ${name} met de gewichten die zijn vrijgegeven`,
  modelRemoved: 'geen: het is verwijderd',
  releaseOther: 'Geef een model vrij dat de werkruimte heeft.',
  screenedPatient: 'een patiënt of notitie die de vrijgave heeft gescreend',
  noneScreened: 'geen',
  lookAtList: 'Bekijk de lijst opnieuw: de notities kunnen van een andere vrijgave zijn.',
  aRelease: 'een vrijgave',
  oneOf: (names) => `een van ${names.join(', ')}`,
  releaseFirst: 'Noem er een uit de lijst ("screen list"), of geef een model vrij ("release").',
  claimOpen:
    'Zijn laatste test op een vergrendelde set bevestigt noch weerlegt een beweerde sensitiviteit.',
  textUnknown:
    'De notities waarvan het heeft geleerd zijn er niet meer: tekst die er niet op lijkt, wordt niet opgemerkt.',
  patientsToPrint: (most) => `ten hoogste ${count(most)} patiënten in een PDF`,
  patientsFound: (patients) => `${count(patients)} patiënten`,
  chooseFewer: 'Kies minder lijsten, of een andere vorm.',
  nothingUnderWay: 'geen andere screening die in dit venster loopt',
};

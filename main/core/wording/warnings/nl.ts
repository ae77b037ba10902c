import type { WarningsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, percentage, list, score } = createNumbers('nl');
const plural = createPlural('nl');

export const warnings: WarningsWording = {
  oldResults:
    'Deze resultaten waren er al voordat de studie haar plan kreeg of voor het laatst werd gestart, en zijn nog niet vergeleken met het plan en de gegevens zoals die nu zijn.',
  runFailed: (code) => `De run is mislukt met ${code}.`,
  anError: 'een fout',
  mixedEngines: (engines) =>
    `De runs zijn berekend met ${engines.join(' en ')}; resultaten van verschillende rekenmotoren verschillen licht.`,
  notesCut: (notes, maxTokens, lost, unread) =>
    `${plural(notes, { one: '# notitie was', other: '# notities waren' })} langer dan ${maxTokens} tokens en ${plural(notes, { one: 'verloor haar', other: 'verloren hun' })} ${lost === 'end' ? 'einde' : 'midden'}${unread > 0 ? `: ${percentage(unread)} van alle tekst is niet gezien` : ''}.`,
  readInWindows: (items, kind, maxTokens) =>
    `${count(items)} ${kind !== 'entities' ? 'notities' : 'zinnen'} waren langer dan ${maxTokens} tokens en zijn in meerdere vensters gelezen.`,
  lockedOut: (units, parts) => `Weggelaten vanwege de vergrendelde testset (${units}): ${parts}.`,
  lockedDocument: (found) => `${count(found)} daaruit`,
  lockedPatient: (found) => `${count(found)} van patiënten daarvan`,
  lockedText: (found) => `${count(found)} bijna gelijk aan een daaruit of een deel daarvan`,
  lockedForLastTest: (sets) =>
    `Vergrendeld voor een laatste test: ${sets.join(' en ')}. Geen corpus en geen taak van deze studie heeft de documenten daarvan gelezen, andere van dezelfde patiënten, of wat bijna gelijk is.`,
  setVersion: (set, version) => `${set} versie ${version}`,
  repeated: (kind, repeats) =>
    `${count(repeats)} van de geteste ${kind !== 'entities' ? 'notities' : 'zinnen met entiteiten'} hebben dezelfde tekst als een waarvan in die fold is geleerd: de cijfers zijn beter dan die van nieuwe tekst zouden zijn.`,
  ungroupedAll: (kind, group) =>
    `Bij geen van de ${kind !== 'entities' ? 'notities' : 'zinnen'} staat ${group}: ze zijn één voor één over de folds verdeeld, zodat van wat bij elkaar hoort zowel geleerd als getest kan zijn.`,
  ungroupedSome: (kind, group, without) =>
    `Bij ${count(without)} van de ${kind !== 'entities' ? 'notities' : 'zinnen'} staat ${group} niet: ze zijn één voor één over de folds verdeeld, zodat van wat bij elkaar hoort zowel geleerd als getest kan zijn.`,
  patient: 'de patiënt',
  document: 'het document',
  patientOrDocument: 'de patiënt of het document',
  notInEveryFold: (labels, kind) =>
    `Niet in elke fold: ${labels}. Hun eigen cijfers zijn gemiddelden over de folds waarin ze voorkomen; ${kind !== 'entities' ? 'macrogemiddelden tellen ze in de andere als 0' : 'macrogemiddelden van de andere laten ze weg, of tellen ze als 0 waar een model ze noemt'}.`,
  inOneFold: (labels, kind) =>
    `In slechts één fold: ${labels}. Daar worden ze getest zonder dat ze zijn geleerd, en elders tevergeefs geleerd; ${kind !== 'entities' ? 'macrogemiddelden tellen ze in de andere als 0' : 'macrogemiddelden van de andere laten ze weg, of tellen ze als 0 waar een model ze noemt'}.`,
  neverFound: (models, labels) =>
    `In geen enkele fold vond ${models} ook maar één voorbeeld van ${labels}.`,
  corpusHoldsTexts: (corpus, contained, judged, kind) =>
    `Het corpus “${corpus}” bevat de meeste woorden van ${count(contained)} van de ${count(judged)} ${kind !== 'entities' ? 'notities' : 'zinnen'} van acht woorden of meer, in dezelfde volgorde. Wat erop wordt getraind, heeft ze gelezen voordat ze worden getest, zonder hun labels: op tekst die het niet heeft gelezen, doet het het mogelijk slechter.`,
  startFrom: (models, what) =>
    `${list(models.map((model) => `“${model}”`))} ${models.length === 1 ? 'gaat' : 'gaan'} uit van een model ${what}`,
  fineTunedOn: (set, model) => `dat met labels is gefinetuned op “${set}” (${model})`,
  hasRead: (text, model) => `dat “${text}” heeft gelezen (${model})`,
  trainingForgotten: (model) =>
    `dat van “${model}” komt, waarvan de werkruimte niet meer weet waarop het is getraind: of daar teksten van deze taak bij waren, is niet te vergelijken.`,
  veryData: (by) =>
    `${by}, precies de gegevens van deze taak: het heeft de antwoorden gekregen voordat het wordt getest, en zijn cijfers zeggen niets over nieuwe tekst.`,
  textGone: (by) =>
    `${by}, wat de werkruimte niet meer heeft: of daar teksten van deze taak in staan, is niet te vergelijken.`,
  taughtTexts: (by, contained, judged, kind) =>
    `${by}, waarin de meeste woorden staan van ${count(contained)} van de ${count(judged)} vergeleken ${kind !== 'entities' ? 'notities' : 'zinnen'}: het heeft ervan geleerd voordat het erop wordt getest, en zijn cijfers zijn beter dan die van nieuwe tekst zouden zijn.`,
  readTexts: (by, contained, judged, kind) =>
    `${by}, waarin de meeste woorden staan van ${count(contained)} van de ${count(judged)} ${kind !== 'entities' ? 'notities' : 'zinnen'} van acht woorden of meer, in dezelfde volgorde: het heeft ze gelezen voordat ze worden getest, zonder hun labels, en op tekst die het niet heeft gelezen doet het het mogelijk slechter.`,
  learnedInVain: (labels) =>
    `In slechts één fold: ${labels}. Daar worden ze getest zonder dat ze zijn geleerd, en elders tevergeefs geleerd.`,
  missingFromFolds: (labels) => `Ontbreken in sommige folds, die ze daarom niet testen: ${labels}.`,
  baselineUnshown: (model, baseline, metric, own, other) =>
    `${model} is beter dan de basislijn ${baseline} (${metric} ${score(own)} tegenover ${score(other)}), maar dat kan toeval zijn: de folds tonen het niet aan.`,
  baselineUnbeaten: (model, baseline, metric, own, other) =>
    `${model} is niet beter dan de basislijn ${baseline} (${metric} ${score(own)} tegenover ${score(other)}): het kost meer en levert niet meer op.`,
  nearlySame: (unit, tested, near, exact) =>
    `Van de ${count(tested)} geteste ${unit === 'notes' ? 'notities' : 'zinnen van acht woorden of meer'} zijn er ${count(near)} bijna gelijk aan een waarvan in die fold is geleerd${exact > 0 ? `, ${count(exact)} ervan woord voor woord` : ''}: de cijfers zijn beter dan die van nieuwe tekst zouden zijn. contamination.csv noemt de paren.`,
  sameDivisions: (distinct, repeats) =>
    `Van ${repeats} verdelingen in folds verschillen er maar ${distinct}: zo weinig groepen zijn nauwelijks anders te verdelen, en de andere zeggen hetzelfde nog eens. Gebruik minder herhalingen.`,
  undated: (kind, undated, all) =>
    `${count(undated)} van de ${count(all)} ${kind !== 'entities' ? 'notities' : 'zinnen'} hebben geen datum: folds zijn periodes, en van deze wordt niet geleerd en ze worden niet getest.`,
  testedBeforeLearned: (labels) =>
    `Getest in een periode voordat er een ouder voorbeeld van was om van te leren: ${labels}.`,
  unevenFolds: 'De grootste fold is meer dan twee keer zo groot als de kleinste.',
  learnedAs: (pairs, source) => `Labels van ${source} worden geleerd als: ${pairs}.`,
  leftOutOfSource: (kind, parts) =>
    `Weggelaten uit de bron (${kind !== 'entities' ? 'notities' : 'zinnen'}): ${parts}.`,
  unmappedNotes: (found) => `${count(found)} van klassen die het doel niet heeft`,
  ofTargetPatients: (found) => `${count(found)} van patiënten van het doel`,
  likeTarget: (found) => `${count(found)} bijna gelijk aan een van het doel`,
  negativeTransfer: (model, by, lower, upper) =>
    `Met de bron doet ${model} het op het doel slechter dan zonder: ${score(by)} (95 % van ${score(lower)} tot ${score(upper)}).`,
  runLeftOut:
    'De run is op verzoek weggelaten; vergelijkingen die hem nodig hebben, blijven zonder oordeel.',
};

import type { WarningsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, percentage, list, score } = createNumbers('ro');
const plural = createPlural('ro');

export const warnings: WarningsWording = {
  oldResults:
    'Aceste rezultate existau înainte ca studiul să își primească planul sau să fie pornit ultima dată și nu au fost încă comparate cu planul și datele actuale.',
  runFailed: (code) => `Rularea a eșuat cu ${code}.`,
  anError: 'o eroare',
  mixedEngines: (engines) =>
    `Rulările au fost calculate cu ${engines.join(' și ')}; rezultatele unor motoare diferite diferă puțin.`,
  notesCut: (notes, maxTokens, lost, unread) =>
    `${plural(notes, { one: 'O notă depășea', few: '# note depășeau', other: '# de note depășeau' })} ${maxTokens} de tokeni și ${plural(notes, { one: 'și-a pierdut', few: 'și-au pierdut', other: 'și-au pierdut' })} ${lost === 'end' ? 'sfârșitul' : 'mijlocul'}${unread > 0 ? `: ${percentage(unread)} din tot textul nu a fost văzut` : ''}.`,
  readInWindows: (items, kind, maxTokens) =>
    `${kind !== 'entities' ? 'Note' : 'Propoziții'} cu peste ${maxTokens} de tokeni, citite în mai multe ferestre: ${count(items)}.`,
  lockedOut: (units, parts) => `Omise din cauza setului de test blocat (${units}): ${parts}.`,
  lockedDocument: (found) => `${count(found)} din el`,
  lockedPatient: (found) => `${count(found)} ale pacienților lui`,
  lockedText: (found) => `${count(found)} aproape identice cu unul din el sau cu o parte a unuia`,
  lockedForLastTest: (sets) =>
    `Blocat pentru un ultim test: ${sets.join(' și ')}. Niciun corpus și nicio sarcină din acest studiu nu i-a citit documentele, altele ale pacienților lui sau ceea ce este aproape identic.`,
  setVersion: (set, version) => `${set} versiunea ${version}`,
  repeated: (kind, repeats) =>
    `${count(repeats)} dintre ${kind !== 'entities' ? 'notele' : 'propozițiile cu entități'} testate au același text ca una din care s-a învățat în acel fold: cifrele sunt mai bune decât ar fi pentru text nou.`,
  ungroupedAll: (kind, group) =>
    `Niciuna dintre ${kind !== 'entities' ? 'note' : 'propoziții'} nu indică ${group}: au fost repartizate în folduri una câte una, astfel încât din ce ține laolaltă se poate să se fi învățat și să se fi testat.`,
  ungroupedSome: (kind, group, without) =>
    `${count(without)} dintre ${kind !== 'entities' ? 'note' : 'propoziții'} nu indică ${group}: au fost repartizate în folduri una câte una, astfel încât din ce ține laolaltă se poate să se fi învățat și să se fi testat.`,
  patient: 'pacientul',
  document: 'documentul',
  patientOrDocument: 'pacientul sau documentul',
  notInEveryFold: (labels, kind) =>
    `Nu sunt în fiecare fold: ${labels}. Cifrele lor proprii sunt medii ale foldurilor în care apar; ${kind !== 'entities' ? 'mediile macro le numără ca 0 în celelalte' : 'mediile macro ale celorlalte le omit sau le numără ca 0 acolo unde un model le indică'}.`,
  inOneFold: (labels, kind) =>
    `Într-un singur fold: ${labels}. Acolo sunt testate fără să fi fost învățate, iar în rest sunt învățate degeaba; ${kind !== 'entities' ? 'mediile macro le numără ca 0 în celelalte' : 'mediile macro ale celorlalte le omit sau le numără ca 0 acolo unde un model le indică'}.`,
  neverFound: (models, labels) =>
    `În niciun fold ${models} nu a găsit niciun exemplu de ${labels}.`,
  corpusHoldsTexts: (corpus, contained, judged, kind) =>
    `Corpusul „${corpus}” conține cele mai multe cuvinte din ${count(contained)} dintre cele ${count(judged)} de ${kind !== 'entities' ? 'note' : 'propoziții'} cu opt sau mai multe cuvinte, în aceeași ordine. Ce se antrenează pe el le-a citit înainte de a fi testate, fără etichetele lor: pe text pe care nu l-a citit poate da rezultate mai slabe.`,
  startFrom: (models, what) =>
    `${list(models.map((model) => `„${model}”`))} ${models.length === 1 ? 'pornește' : 'pornesc'} de la un model ${what}`,
  fineTunedOn: (set, model) => `care a fost ajustat fin, cu etichete, pe „${set}” (${model})`,
  hasRead: (text, model) => `care a citit „${text}” (${model})`,
  trainingForgotten: (model) =>
    `care provine din „${model}”, despre care spațiul de lucru nu mai știe pe ce a fost antrenat: nu se poate compara dacă printre acele texte erau unele din această sarcină.`,
  veryData: (by) =>
    `${by}, chiar datele acestei sarcini: i s-au dat răspunsurile înainte de a fi testat, iar cifrele lui nu spun nimic despre text nou.`,
  textGone: (by) =>
    `${by}, pe care spațiul de lucru nu îl mai are: nu se poate compara dacă acolo sunt texte din această sarcină.`,
  taughtTexts: (by, contained, judged, kind) =>
    `${by}, care conține cele mai multe cuvinte din ${count(contained)} dintre cele ${count(judged)} de ${kind !== 'entities' ? 'note' : 'propoziții'} comparate: a învățat din ele înainte de a fi testat pe ele, iar cifrele lui sunt mai bune decât ar fi pentru text nou.`,
  readTexts: (by, contained, judged, kind) =>
    `${by}, care conține cele mai multe cuvinte din ${count(contained)} dintre cele ${count(judged)} de ${kind !== 'entities' ? 'note' : 'propoziții'} cu opt sau mai multe cuvinte, în aceeași ordine: le-a citit înainte de a fi testate, fără etichetele lor, iar pe text pe care nu l-a citit poate da rezultate mai slabe.`,
  learnedInVain: (labels) =>
    `Într-un singur fold: ${labels}. Acolo sunt testate fără să fi fost învățate, iar în rest sunt învățate degeaba.`,
  missingFromFolds: (labels) => `Lipsesc din unele folduri, care deci nu le testează: ${labels}.`,
  baselineUnshown: (model, baseline, metric, own, other) =>
    `${model} este mai bun decât referința ${baseline} (${metric} ${score(own)} față de ${score(other)}), dar poate fi întâmplător: partițiile nu o demonstrează.`,
  baselineUnbeaten: (model, baseline, metric, own, other) =>
    `${model} nu este mai bun decât referința ${baseline} (${metric} ${score(own)} față de ${score(other)}): costă mai mult și nu aduce mai mult.`,
  nearlySame: (unit, tested, near, exact) =>
    `Dintre cele ${count(tested)} ${unit === 'notes' ? 'note testate' : 'propoziții testate de opt cuvinte sau mai mult'}, ${count(near)} sunt aproape la fel cu una din care se învață în acea partiție${exact > 0 ? `, ${count(exact)} dintre ele cuvânt cu cuvânt` : ''}: cifrele sunt mai bune decât ar fi cele ale unui text nou. contamination.csv enumeră perechile.`,
  sameDivisions: (distinct, repeats) =>
    `Din ${repeats} împărțiri în folduri doar ${distinct} diferă: atât de puține grupuri cu greu pot fi împărțite altfel, iar celelalte spun același lucru din nou. Folosiți mai puține repetări.`,
  undated: (kind, undated, all) =>
    `${count(undated)} din ${count(all)} ${kind !== 'entities' ? 'note' : 'propoziții'} nu au dată: foldurile sunt perioade, iar din acestea nu se învață și nu se testează.`,
  testedBeforeLearned: (labels) =>
    `Testate într-o perioadă înainte să existe un exemplu anterior din care să se învețe: ${labels}.`,
  unevenFolds: 'Cel mai mare fold este de peste două ori mai mare decât cel mai mic.',
  learnedAs: (pairs, source) => `Etichetele din ${source} se învață ca: ${pairs}.`,
  leftOutOfSource: (kind, parts) =>
    `Omise din sursă (${kind !== 'entities' ? 'note' : 'propoziții'}): ${parts}.`,
  unmappedNotes: (found) => `${count(found)} din clase pe care ținta nu le are`,
  ofTargetPatients: (found) => `${count(found)} ale pacienților țintei`,
  likeTarget: (found) => `${count(found)} aproape identice cu una din țintă`,
  negativeTransfer: (model, by, lower, upper) =>
    `Cu sursa, ${model} dă rezultate mai slabe pe țintă decât fără ea: ${score(by)} (95 % de la ${score(lower)} la ${score(upper)}).`,
  runLeftOut:
    'Rularea a fost omisă la cerere; comparațiile care au nevoie de ea rămân fără verdict.',
};

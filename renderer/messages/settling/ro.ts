import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { SettlingMessages } from './messages.ts';

const plural = createPlural('ro');

export const settling: SettlingMessages = {
  navigation: (project) => `Părți ale proiectului ${project}`,
  parts: {
    project: 'Documente',
    next: 'Ce urmează',
    agreement: 'Acord',
    settling: 'Diferențe',
    corrections: 'Ce s-a ales de ale mele',
  },

  agreementLead:
    'Cât de mult sunt de acord persoane care au etichetat aceleași documente fără să știe una de alta. Contează numai documentele terminate de toți cei care le etichetează.',
  marks: 'Marcaje',
  marksNote:
    'F1 al marcajelor: exact unde tipul și locul sunt aceleași, suprapus unde marcaje de același tip au un caracter comun. Oricine ar fi luat drept adevăr, este același.',
  classes: 'Clase',
  classesNote:
    'Alfa (Krippendorff) este valabil pentru oricâte persoane, kappa (Fleiss) unde fiecare document are la fel de multe; 1 este acord deplin, 0 cel al întâmplării.',
  pairs: 'Câte două persoane',
  pairsNote: 'Kappa lui Cohen, neponderat, al documentelor pe care ambele le-au terminat.',
  measures: {
    'span-f1-exact': 'F1 al marcajelor, exact',
    'span-f1-overlapping': 'F1 al marcajelor, suprapus',
    'nominal-alpha': 'Alfa lui Krippendorff al claselor',
    'fleiss-kappa': 'Kappa lui Fleiss al claselor',
    'cohen-kappa': 'Kappa lui Cohen al claselor',
  },
  shortMeasures: {
    'span-f1-exact': 'F1 exact',
    'span-f1-overlapping': 'F1 suprapus',
    'nominal-alpha': 'Alfa',
    'fleiss-kappa': 'Kappa Fleiss',
    'cohen-kappa': 'Kappa Cohen',
  },
  type: 'Tip',
  className: 'Clasă',
  allTypes: 'Toate tipurile',
  allClasses: 'Toate clasele',
  persons: 'Persoane',
  pair: (first, second) => `${isolate(first)} și ${isolate(second)}`,
  documents: 'Documente',
  markCount: 'Marcaje ale tuturor',
  givenCount: 'Dată la',
  within: (lower, upper) => `[${lower}, ${upper}]`,
  rests: (documents) =>
    plural(documents, {
      one: 'pe # document',
      few: 'pe # documente',
      other: 'pe # de documente',
    }),
  notDefined: 'nedefinit',
  undefinedBecause: {
    'no-shared-documents': 'niciun document nu a fost terminat de două persoane',
    'one-category': 'toți au dat același lucru peste tot: întâmplarea singură îl explică',
    'nothing-marked': 'nimeni nu a marcat nimic',
    'uneven-raters': 'documentele au fost etichetate de numere diferite de persoane',
  },
  withoutInterval: {
    'too-few-groups': 'fără interval: mai puțin de zece pacienți sau documente',
    'often-undefined': 'fără interval: prea des nedefinit la o nouă extragere',
    'no-spread': 'fără interval: același, oricum s-ar extrage',
  },

  settlingLead:
    'Documente pe care două persoane le-au terminat; ce au dat ambele nu se mai poate schimba. Aici se rezolvă câte o diferență.',
  settleNext: 'Rezolvă următorul',
  found: (count) =>
    plural(count, { one: '# document', few: '# documente', other: '# de documente' }),
  document: 'Document',
  differences: 'Diferențe',
  decided: 'Hotărâte',
  state: 'Stare',
  states: { open: 'Deschis', settled: 'Rezolvat', agreed: 'Fără diferențe' },
  noPairs: 'Încă niciun document nu a fost terminat de două persoane',
  noPairsHint:
    'Un proiect spune ce parte a documentelor sale este etichetată de două persoane. Diferențele lor apar aici când ambele au terminat.',

  progressOf: (document) => `Diferențe hotărâte în ${document}`,
  place: (place, count) => `Diferența ${place} din ${count}`,
  kinds: {
    class: 'Clasă',
    missing: 'Marcat de o singură persoană',
    type: 'Tip',
    boundary: 'Început sau sfârșit',
    attributes: 'Atribute',
  },
  hidden:
    'Cine este la stânga și cine la dreapta se trage la sorți pentru fiecare diferență; nu se spun nume.',
  sides: { left: 'Stânga', right: 'Dreapta' },
  keep: {
    left: 'Păstrează stânga',
    right: 'Păstrează dreapta',
    both: 'Păstrează ambele',
    neither: 'Niciuna',
  },
  kept: {
    left: 'stânga păstrată',
    right: 'dreapta păstrată',
    both: 'ambele păstrate',
    neither: 'niciuna păstrată',
  },
  nothing: 'nimic',
  open: 'deschisă',
  takeBack: 'Redeschide',
  allSettled: 'Toate diferențele acestui document sunt rezolvate.',
  noDifferences: 'Ambele persoane au dat același lucru acestui document.',
  nextDocument: 'Documentul următor',
  backToList: 'Toate diferențele',
  markOfSide: { left: (label) => `stânga: ${label}`, right: (label) => `dreapta: ${label}` },
  spoken: (place, kind, left, right) => `${place}, ${kind}. Stânga: ${left}. Dreapta: ${right}`,

  correctionsLead:
    'Unde etichetele dumneavoastră se deosebeau de cele ale altei persoane și ce s-a păstrat la rezolvare.',
  mine: 'A mea',
  other: 'A celeilalte persoane',
  outcome: 'S-a păstrat',
  outcomes: { mine: 'a mea', other: 'a celeilalte', both: 'ambele', neither: 'niciuna' },
  noCorrections: 'Încă nu s-a rezolvat nimic din ale dumneavoastră',
  noCorrectionsHint:
    'Când cineva rezolvă diferențele unui document pe care l-ați etichetat și dumneavoastră, și altă persoană, el apare aici.',
  allAgreed: 'Fără diferențe: ambele au dat același lucru.',
  earlier: 'Anterioare',
  later: 'Următoare',
  pageOf: (from, to, total) => `${from} până la ${to} din ${total}`,

  freeze: 'Îngheață…',
  freezeTitle: (project) => `Înghețarea etichetelor din ${isolate(project)}`,
  freezeLead:
    'Face următoarea versiune a unui set etichetat, pe care rulează studii și care poate fi exportat. Nu se mai schimbă, orice s-ar eticheta mai târziu.',
  setName: 'Numele setului',
  whose: 'Etichete',
  settledLabels: 'asupra cărora toți sunt de acord sau cum s-au rezolvat',
  labelsOf: (person) => `ale persoanei ${isolate(person)}`,
  slice: 'Documente',
  slices: {
    all: 'toate',
    test: 'cele extrase pentru un test',
    rest: 'toate în afară de cele extrase pentru un test',
  },
  freezeNow: 'Îngheață',
  frozen: (name, version, documents) =>
    `${isolate(name)}, versiunea ${version}, are ${plural(documents, { one: '# document', few: '# documente', other: '# de documente' })}.`,
  leftOut: {
    open: (count) =>
      plural(count, {
        one: '# document nu este terminat de toți cei care îl etichetează: lăsat deoparte.',
        few: '# documente nu sunt terminate de toți cei care le etichetează: lăsate deoparte.',
        other: '# de documente nu sunt terminate de toți cei care le etichetează: lăsate deoparte.',
      }),
    unsettled: (count) =>
      plural(count, {
        one: '# document are diferențe nerezolvate: lăsat deoparte.',
        few: '# documente au diferențe nerezolvate: lăsate deoparte.',
        other: '# de documente au diferențe nerezolvate: lăsate deoparte.',
      }),
    others: (count) =>
      plural(count, {
        one: '# document nu a fost etichetat de această persoană: lăsat deoparte.',
        few: '# documente nu au fost etichetate de această persoană: lăsate deoparte.',
        other: '# de documente nu au fost etichetate de această persoană: lăsate deoparte.',
      }),
  },
  toSet: 'Vedeți-l și exportați-l',
};

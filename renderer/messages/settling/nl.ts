import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { SettlingMessages } from './messages.ts';

const plural = createPlural('nl');

export const settling: SettlingMessages = {
  navigation: (project) => `Delen van ${project}`,
  parts: {
    project: 'Documenten',
    next: 'Wat hierna komt',
    agreement: 'Overeenstemming',
    settling: 'Verschillen',
    corrections: 'Wat er van de mijne werd',
  },

  agreementLead:
    'In hoeverre personen overeenstemmen die dezelfde documenten labelden zonder van elkaar te weten. Alleen documenten die klaar zijn bij allen die ze labelen tellen mee.',
  marks: 'Markeringen',
  marksNote:
    'F1 van markeringen: exact waar type en plaats gelijk zijn, overlappend waar markeringen van één type een teken delen. Wie ook voor de waarheid wordt gehouden, het is gelijk.',
  classes: 'Klassen',
  classesNote:
    'Alfa (Krippendorff) geldt voor elk aantal personen, kappa (Fleiss) waar elk document er evenveel heeft; 1 is volledige overeenstemming, 0 die van het toeval.',
  pairs: 'Telkens twee personen',
  pairsNote: 'Cohens kappa, ongewogen, van de documenten die bij beiden klaar zijn.',
  measures: {
    'span-f1-exact': 'F1 van markeringen, exact',
    'span-f1-overlapping': 'F1 van markeringen, overlappend',
    'nominal-alpha': 'Krippendorffs alfa van klassen',
    'fleiss-kappa': 'Fleiss’ kappa van klassen',
    'cohen-kappa': 'Cohens kappa van klassen',
  },
  shortMeasures: {
    'span-f1-exact': 'F1 exact',
    'span-f1-overlapping': 'F1 overlappend',
    'nominal-alpha': 'Alfa',
    'fleiss-kappa': 'Fleiss’ kappa',
    'cohen-kappa': 'Cohens kappa',
  },
  type: 'Type',
  className: 'Klasse',
  allTypes: 'Alle typen',
  allClasses: 'Alle klassen',
  persons: 'Personen',
  pair: (first, second) => `${isolate(first)} en ${isolate(second)}`,
  documents: 'Documenten',
  markCount: 'Markeringen van allen',
  givenCount: 'Gegeven aan',
  within: (lower, upper) => `[${lower}, ${upper}]`,
  rests: (documents) => plural(documents, { one: 'op # document', other: 'op # documenten' }),
  notDefined: 'niet gedefinieerd',
  undefinedBecause: {
    'no-shared-documents': 'geen document is bij twee personen klaar',
    'one-category': 'allen gaven aan alles hetzelfde: het toeval alleen verklaart het',
    'nothing-marked': 'niemand markeerde iets',
    'uneven-raters': 'documenten werden door verschillende aantallen personen gelabeld',
  },
  withoutInterval: {
    'too-few-groups': 'geen interval: minder dan tien patiënten of documenten',
    'often-undefined': 'geen interval: bij herhaald trekken te vaak niet gedefinieerd',
    'no-spread': 'geen interval: gelijk, hoe er ook getrokken wordt',
  },

  settlingLead:
    'Documenten die bij twee personen klaar zijn; wat beiden gaven kan niet meer worden gewijzigd. Hier wordt het ene verschil na het andere beslecht.',
  settleNext: 'Het volgende beslechten',
  found: (count) => plural(count, { one: '# document', other: '# documenten' }),
  document: 'Document',
  differences: 'Verschillen',
  decided: 'Beslist',
  state: 'Stand',
  states: { open: 'Open', settled: 'Beslecht', agreed: 'Geen verschil' },
  noPairs: 'Nog geen document is bij twee personen klaar',
  noPairsHint:
    'Een project zegt welk deel van zijn documenten twee personen labelen. Hun verschillen verschijnen hier als beiden klaar zijn.',

  progressOf: (document) => `Besliste verschillen in ${document}`,
  place: (place, count) => `Verschil ${place} van ${count}`,
  kinds: {
    class: 'Klasse',
    missing: 'Door maar één gemarkeerd',
    type: 'Type',
    boundary: 'Begin of einde',
    attributes: 'Attributen',
  },
  hidden:
    'Wie links en wie rechts staat wordt voor elk verschil opnieuw getrokken; namen worden niet genoemd.',
  sides: { left: 'Links', right: 'Rechts' },
  keep: {
    left: 'Links houden',
    right: 'Rechts houden',
    both: 'Beide houden',
    neither: 'Geen van beide',
  },
  kept: {
    left: 'links gehouden',
    right: 'rechts gehouden',
    both: 'beide gehouden',
    neither: 'geen van beide',
  },
  nothing: 'niets',
  open: 'open',
  takeBack: 'Weer openen',
  allSettled: 'Alle verschillen van dit document zijn beslecht.',
  noDifferences: 'Beiden gaven dit document hetzelfde.',
  nextDocument: 'Volgend document',
  backToList: 'Alle verschillen',
  markOfSide: { left: (label) => `links: ${label}`, right: (label) => `rechts: ${label}` },
  spoken: (place, kind, left, right) => `${place}, ${kind}. Links: ${left}. Rechts: ${right}`,

  correctionsLead:
    'Waar uw labels verschilden van die van een ander, en wat er bij het beslechten werd gehouden.',
  mine: 'Van mij',
  other: 'Van de ander',
  outcome: 'Gehouden',
  outcomes: { mine: 'van mij', other: 'van de ander', both: 'beide', neither: 'geen van beide' },
  noCorrections: 'Van u is nog niets beslecht',
  noCorrectionsHint:
    'Als iemand de verschillen beslecht van een document dat u en een ander labelden, verschijnt dat hier.',
  allAgreed: 'Geen verschil: beiden gaven hetzelfde.',
  earlier: 'Eerdere',
  later: 'Latere',
  pageOf: (from, to, total) => `${from} tot ${to} van ${total}`,

  freeze: 'Bevriezen…',
  freezeTitle: (project) => `Labels van ${isolate(project)} bevriezen`,
  freezeLead:
    'Maakt de volgende versie van een gelabelde set, waarop studies draaien en die geëxporteerd kan worden. Zij verandert niet meer, wat er later ook gelabeld wordt.',
  setName: 'Naam van de set',
  whose: 'Labels',
  settledLabels: 'waarover allen het eens zijn, of zoals beslecht',
  labelsOf: (person) => `van ${isolate(person)}`,
  slice: 'Documenten',
  slices: {
    all: 'alle',
    test: 'die voor een test getrokken zijn',
    rest: 'alle behalve die voor een test',
  },
  freezeNow: 'Bevriezen',
  frozen: (name, version, documents) =>
    `${isolate(name)}, versie ${version}, heeft ${plural(documents, { one: '# document', other: '# documenten' })}.`,
  leftOut: {
    open: (count) =>
      plural(count, {
        one: '# document is niet klaar bij allen die het labelen: weggelaten.',
        other: '# documenten zijn niet klaar bij allen die ze labelen: weggelaten.',
      }),
    unsettled: (count) =>
      plural(count, {
        one: '# document heeft verschillen die niet beslecht zijn: weggelaten.',
        other: '# documenten hebben verschillen die niet beslecht zijn: weggelaten.',
      }),
    others: (count) =>
      plural(count, {
        one: '# document werd niet door deze persoon gelabeld: weggelaten.',
        other: '# documenten werden niet door deze persoon gelabeld: weggelaten.',
      }),
  },
  toSet: 'Bekijken en exporteren',
};

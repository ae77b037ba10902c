import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { OrderingMessages } from './messages.ts';

const plural = createPlural('nl');

export const ordering: OrderingMessages = {
  lead: 'Welke documenten mensen hierna krijgen. Wat is begonnen blijft op zijn plaats, en niemand hoeft te wachten terwijl een model nadenkt.',
  first: 'Eerst: het deel voor een test',
  noTest:
    'Bij het maken van dit project zijn geen documenten voor een test getrokken. Wat een model kiest is geen eerlijke steekproef: een test daarop zou te weinig zeggen.',
  test: (documents) =>
    plural(documents, {
      one: '# document is bij het maken van het project door loting getrokken en komt eerst. Geen model kiest het, stelt er iets in voor of leert ervan.',
      other:
        '# documenten zijn bij het maken van het project door loting getrokken en komen eerst. Geen model kiest eruit, stelt er iets in voor of leert ervan.',
    }),
  testDone: 'Klaar van het deel voor een test',
  testDoneOf: (done, all) => `${done} van ${all} klaar`,
  rest: 'Dan: de rest',
  ways: {
    listed: 'Op volgorde',
    random: 'Door loting',
    uncertain: 'Waar het model het minst zeker van is',
    likely: 'Wat waarschijnlijk een label heeft',
  },
  wayNotes: {
    listed: 'zoals documenten in de werkruimte kwamen',
    random: 'hetzelfde bij dezelfde seed',
    uncertain: 'en niet alles van één soort: waarvan het het meest leert',
    likely: 'om te vinden wat zeldzaam is',
  },
  likelyOf: (label) => `Wat waarschijnlijk ${isolate(label)} heeft`,
  asMade: 'Zoals toen het project werd gemaakt.',
  orderedAt: (moment) => `Geordend: ${moment}.`,
  orderedBy: (moment, person) => `Geordend: ${moment}, door ${isolate(person)}.`,
  chosen: (documents) =>
    plural(documents, { one: '# document werd gekozen.', other: '# documenten werden gekozen.' }),
  byModel: 'Door het model',
  learned: (documents, labels, set, version) =>
    `Het leerde van ${plural(labels, { one: '# label', other: '# labels' })} van ${plural(documents, { one: '# document', other: '# documenten' })}: ${isolate(set)}, versie ${version}.`,
  learnedElsewhere: 'Het leerde elders, niet van een set van deze werkruimte.',
  learnable: 'Klaar bij allen die ze labelen, een model kan ervan leren',
  untouched: 'Door niemand begonnen, kan geordend worden',
  order: 'De rest ordenen',
  model: 'Model',
  noModel:
    'Nog geen model kent deze labels. Laat er hieronder een leren, of importeer er een onder Modellen.',
  label: 'Label',
  seed: 'Seed',
  orderNow: (documents) =>
    plural(documents, { one: '# document ordenen', other: '# documenten ordenen' }),
  workNames: { order: 'De rest ordenen', suggest: 'Labels voorstellen' },
  workDone: {
    order: (documents) =>
      plural(documents, {
        one: '# document komt nu eerst.',
        other: '# documenten komen nu eerst.',
      }),
    suggest: (documents) =>
      plural(documents, { one: 'Het model las # document.', other: 'Het model las # documenten.' }),
  },
  workStopped: 'Gestopt.',
  busyElsewhere: 'Er is een model aan het werk, in een ander project of met iets anders.',
  stop: 'Stoppen',
  training: 'Een model laten leren',
  learnsFrom: (documents) =>
    documents === 0
      ? 'Er is nog niets om van te leren: buiten het deel voor een test is geen document klaar bij allen die het labelen.'
      : plural(documents, {
          one: 'Het leert van # document dat klaar is bij allen die het labelen, zonder het deel voor een test. Mensen gaan intussen verder.',
          other:
            'Het leert van # documenten die klaar zijn bij allen die ze labelen, zonder het deel voor een test. Mensen gaan intussen verder.',
        }),
  startFrom: 'Beginnen met',
  howMuch: 'Wat leert',
  headOnly: 'alleen de kop: minuten',
  wholeModel: 'het hele model: beter, en uren voor een groot model',
  train: 'Leren van wat gelabeld is',
  trainingOf: (study) => `Voortgang van ${study}`,
  made: 'Het maakte het model',
  soFar: (project) => `${project} (tot nu toe)`,
  modelOf: (project, labels) => `Model van ${project}: ${labels}`,
  askAhead: 'Vooruit vragen terwijl ik label',
  askAheadNote: 'De volgende documenten zijn gelezen voordat u er bent.',
  suggestEverywhere: 'Voorstellen in het hele project',
  lookedUp: 'Woorden worden opgezocht',
  lookUpStopped: 'Gestopt. Wat tot dan toe is voorgesteld blijft.',
};

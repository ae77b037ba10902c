import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { OrderingMessages } from './messages.ts';

const plural = createPlural('ro');

export const ordering: OrderingMessages = {
  lead: 'Ce documente primesc oamenii în continuare. Ce a fost început rămâne la locul lui și nimeni nu așteaptă cât timp un model gândește.',
  first: 'Întâi: partea de test',
  noTest:
    'La crearea acestui proiect nu s-au tras la sorți documente pentru un test. Ce alege un model nu este un eșantion cinstit: un test pe el ar spune prea puțin.',
  test: (documents) =>
    plural(documents, {
      one: '# document a fost tras la sorți la crearea proiectului și vine primul. Niciun model nu îl alege, nu sugerează în el și nu învață din el.',
      few: '# documente au fost trase la sorți la crearea proiectului și vin primele. Niciun model nu alege dintre ele, nu sugerează în ele și nu învață din ele.',
      other:
        '# de documente au fost trase la sorți la crearea proiectului și vin primele. Niciun model nu alege dintre ele, nu sugerează în ele și nu învață din ele.',
    }),
  testDone: 'Gata din partea de test',
  testDoneOf: (done, all) => `${done} din ${all} gata`,
  rest: 'Apoi: restul',
  ways: {
    listed: 'În ordine',
    random: 'La întâmplare',
    uncertain: 'De ce este modelul cel mai puțin sigur',
    likely: 'Ce are probabil o etichetă',
  },
  wayNotes: {
    listed: 'cum au intrat documentele în spațiul de lucru',
    random: 'același lucru pentru aceeași sămânță',
    uncertain: 'și nu tot de același fel: din ce învață cel mai mult',
    likely: 'pentru a găsi ce este rar',
  },
  likelyOf: (label) => `Ce are probabil ${isolate(label)}`,
  asMade: 'Ca la crearea proiectului.',
  orderedAt: (moment) => `Ordonat: ${moment}.`,
  orderedBy: (moment, person) => `Ordonat: ${moment}, de ${isolate(person)}.`,
  chosen: (documents) =>
    plural(documents, {
      one: 'A fost ales # document.',
      few: 'Au fost alese # documente.',
      other: 'Au fost alese # de documente.',
    }),
  byModel: 'De modelul',
  learned: (documents, labels, set, version) =>
    `A învățat din ${plural(labels, { one: '# etichetă', few: '# etichete', other: '# de etichete' })} din ${plural(documents, { one: '# document', few: '# documente', other: '# de documente' })}: ${isolate(set)}, versiunea ${version}.`,
  learnedElsewhere: 'A învățat în altă parte, nu dintr-un set al acestui spațiu de lucru.',
  learnable: 'Gata la toți cei care le etichetează; un model poate învăța din ele',
  untouched: 'Neîncepute de nimeni; pot fi ordonate',
  order: 'Ordonarea restului',
  model: 'Model',
  noModel:
    'Niciun model nu cunoaște încă aceste etichete. Puneți unul să învețe mai jos sau importați unul la Modele.',
  label: 'Etichetă',
  seed: 'Sămânță',
  orderNow: (documents) =>
    plural(documents, {
      one: 'Ordonează # document',
      few: 'Ordonează # documente',
      other: 'Ordonează # de documente',
    }),
  workNames: { order: 'Se ordonează restul', suggest: 'Se sugerează etichete' },
  workDone: {
    order: (documents) =>
      plural(documents, {
        one: '# document vine acum primul.',
        few: '# documente vin acum primele.',
        other: '# de documente vin acum primele.',
      }),
    suggest: (documents) =>
      plural(documents, {
        one: 'Modelul a citit # document.',
        few: 'Modelul a citit # documente.',
        other: 'Modelul a citit # de documente.',
      }),
  },
  workStopped: 'Oprit.',
  busyElsewhere: 'Un model este la lucru, în alt proiect sau cu altceva.',
  stop: 'Oprește',
  training: 'Învățarea unui model',
  learnsFrom: (documents) =>
    documents === 0
      ? 'Nu este încă din ce învăța: în afara părții de test, niciun document nu este gata la toți cei care îl etichetează.'
      : plural(documents, {
          one: 'Învață din # document care este gata la toți cei care îl etichetează, fără partea de test. Oamenii continuă între timp.',
          few: 'Învață din # documente care sunt gata la toți cei care le etichetează, fără partea de test. Oamenii continuă între timp.',
          other:
            'Învață din # de documente care sunt gata la toți cei care le etichetează, fără partea de test. Oamenii continuă între timp.',
        }),
  startFrom: 'Pornește de la',
  howMuch: 'Ce învață',
  headOnly: 'numai capul: minute',
  wholeModel: 'tot modelul: mai bine, și ore pentru unul mare',
  train: 'Învață din ce s-a etichetat',
  trainingOf: (study) => `Progresul ${study}`,
  made: 'A făcut modelul',
  soFar: (project) => `${project} (până acum)`,
  modelOf: (project, labels) => `Modelul proiectului ${project}: ${labels}`,
  askAhead: 'Întreabă-l înainte, cât etichetez',
  askAheadNote: 'Documentele următoare sunt citite înainte să ajungeți la ele.',
  suggestEverywhere: 'Sugerează în tot proiectul',
  lookedUp: 'Se caută cuvinte',
  lookUpStopped: 'Oprit. Ce s-a sugerat până atunci rămâne.',
};

import { createPlural } from '#contract/language.ts';
import type { PlanFormMessages } from './messages.ts';

const plural = createPlural('ro');

export const planForm: PlanFormMessages = {
  recipes: {
    'adapt-screening': {
      name: 'Ajută adaptarea unui model la screening?',
      meaning:
        'Un model așa cum este și adaptat la textul dumneavoastră găsește clasa notelor; al doilea este comparat cu primul.',
    },
    'adapt-entities': {
      name: 'Ajută adaptarea unui model la găsirea entităților?',
      meaning: 'Același lucru pentru mențiuni din text, precum medicamente sau diagnostice.',
    },
    reference: {
      name: 'Studiul de referință',
      meaning:
        'Ca arXiv 2510.27552: un model adaptat la fiecare text și la toate împreună (acolo patru adaptări), testat pe fiecare sarcină (acolo patru) în zece folduri.',
    },
    compare: {
      name: 'Care dintre aceste modele este mai bun?',
      meaning: 'Modele așa cum sunt, fiecare comparat cu primul pe care îl adăugați.',
    },
    'adapt-only': {
      name: 'Doar adaptarea unui model',
      meaning:
        'Un model învață din textul dumneavoastră și poate fi folosit apoi în altă parte; nu se testează nimic.',
    },
  },
  stepNames: {
    purpose: 'Pentru ce',
    data: 'Date',
    models: 'Modele',
    last: 'Ultima privire',
  },
  taskKinds: {
    classification: 'Clasa unei note',
    entities: 'Entități în text',
  },
  stepOf: (number, name) => `Pasul ${number}: ${name}`,
  stepList: 'Pașii formularului',
  toMend: (count) =>
    plural(count, { one: '# de corectat', few: '# de corectat', other: '# de corectat' }),
  back: 'Înapoi',
  next: (step) => `Mai departe: ${step}`,
  purposeLead:
    'Alegeți ce trebuie să afle studiul. Modelele și comparațiile decurg din aceasta și din datele pe care le adăugați; totul se poate schimba.',
  ownRecipe: 'O alcătuire proprie',
  ownRecipeMeaning:
    'Modelele și comparațiile se adaugă unul câte unul; nimic nu decurge de la sine.',
  arrangeTitle: 'Aranjați modelele din nou?',
  arrange: 'Aranjare din nou',
  arrangeText:
    'Modelele care pornesc de la alt model al planului și toate comparațiile devin cele ale acestui scop. Setările lor rămân unde rămâne numele.',
  useExample: 'Completare cu exemplul',
  exampleMeaning:
    'Ca să vă uitați: un studiu mic cu note sintetice, așa cum le scrie „npm run demo”.',
  study: 'Studiul',
  texts: 'Text fără etichete',
  textsNote: 'Modelele se adaptează la el',
  noTexts: 'Încă niciun text.',
  labelled: 'Date etichetate',
  labelledNote: 'Modelele se testează pe ele',
  noTasks: 'Încă nicio dată etichetată.',
  addCollection: 'Colecție a spațiului de lucru',
  noCollections:
    'Spațiul de lucru nu are încă nicio colecție: importați documente sau luați fișiere.',
  addSet: 'Set etichetat al spațiului de lucru',
  noSets:
    'Spațiul de lucru nu are încă niciun set etichetat: înghețați unul din documente sau luați fișiere.',
  choose: 'Alegeți…',
  add: 'Adăugare',
  orFiles: 'Fișiere…',
  orFolder: 'Dosar…',
  taskKind: 'Ce trebuie găsit',
  setVersion: (name, version, documents) => `${name}, versiunea ${version}, ${documents}`,
  isLocked: 'set de test blocat',
  fromCollection: (name) => `Colecția ${name}`,
  fromSet: (name, version) => `Set etichetat ${name}, ${version}`,
  versionNumber: (version) => `versiunea ${version}`,
  newestVersion: 'cea mai nouă versiune',
  files: 'Fișiere și dosare, câte unul pe linie',
  partName: 'Nume',
  remove: (name) => `Eliminare ${name}`,
  locked: 'Set de test blocat',
  lockedNote: 'Păstrat pentru un ultim test: nimic din studiu nu îl atinge',
  noLocked: 'Niciunul',
  lockedWritten: 'Planul numește el însuși seturile blocate; schimbați-le în planul ca text.',
  more: 'Mai multe opțiuni',
  moreChanged: (count) =>
    plural(count, {
      one: 'Mai multe opțiuni, # schimbată',
      few: 'Mai multe opțiuni, # schimbate',
      other: 'Mai multe opțiuni, # de opțiuni schimbate',
    }),
  asDefault: (value) => `${value} (ca în studiul de referință)`,
  usually: (value) => `De obicei ${value}.`,
  notSet: 'nestabilit',
  noBound: 'Fără limită',
  written: 'Scris în plan și păstrat așa cum este',
  writtenHint: 'Formularul nu are un câmp pentru aceasta; se poate schimba în planul ca text.',
  starts: 'Modele de la care se pornește',
  noStarts: 'Încă niciun model.',
  addLibrary: 'Model din bibliotecă',
  noLibrary: 'Biblioteca nu are încă niciun model: alegeți dosarul unuia sau începeți unul nou.',
  addFolder: 'Dosarul unui punct de control…',
  addScratch: 'Model nou',
  ofLibrary: (model) => `${model} din bibliotecă`,
  ofFolder: (folder) => `dosarul ${folder}`,
  ofScratch: 'ponderi aleatoare: un model nou',
  ofModel: (model) => `modelul ${model} al acestui plan`,
  asItIs: 'așa cum este',
  learnsFrom: 'Învață din',
  train: 'Antrenare pe text',
  extend: 'Adăugarea cuvintelor din texte în vocabularul său',
  vocabulary: 'Vocabular',
  adaptedModels: 'Modele făcute din ele',
  comparisons: 'Comparații',
  noComparisons: 'Nu se compară nimic.',
  compared: (model, against) => `${model} cu ${against}`,
  compareModel: 'Compararea',
  compareWith: 'cu',
  ownArrangement:
    'Aceste modele nu sunt cele pe care le-ar da scopul: ce adăugați la date nu le schimbă.',
  mendFirst: 'De corectat înainte de pornire',
  goThere: 'Arată',
  whatItCosts: 'Cât costă',
  estimating: 'Se examinează planul…',
  time: 'Timp',
  timeOn: (engine) => `foarte aproximativ, cu ${engine}`,
  notMeasured: 'încă nemăsurat',
  measure: 'Măsurarea acestui calculator',
  measuring: 'se măsoară…',
  room: 'Disc',
  ofFree: (bytes) => `din ${bytes} liberi`,
  memory: 'Memorie',
  ofMachine: (bytes) => `deodată, din ${bytes}`,
  unknown: 'încă necunoscut',
  stepsCount: 'Pași',
  planText: 'Planul ca text',
  hideText: 'Ascunderea planului ca text',
  showText: 'Arătarea planului ca text',
  unreadable:
    'Textul alăturat nu este JSON în acest moment: formularul îl va arăta din nou când va fi.',
};

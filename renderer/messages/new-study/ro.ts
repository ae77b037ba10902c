import { createPlural } from '#contract/language.ts';
import type { NewStudyMessages } from './messages.ts';

const plural = createPlural('ro');

export const newStudy: NewStudyMessages = {
  lead: 'În patru pași de la un scop la un plan: pentru ce, ce date, ce modele și o ultimă privire la cât costă. Este verificat în timp ce îl completați; planul ca text stă alături pentru cine îl preferă.',
  pathsFrom: (folder) => `JSON. Căile sunt relative la ${folder}`,
  emptyAgain: 'Ce ați completat aici se pierde, iar formularul este din nou gol.',
  backToStudy: 'Înapoi la studiu',
  changeLead:
    'Rezultatele pe care modificarea nu le atinge se păstrează. Înainte de a elimina ceva se cere confirmarea; un plan cu alt nume este alt studiu, iar acesta rămâne.',
  wholePlan: 'JSON, cu căi complete și cu toate setările care fuseseră omise',
  planAgain: 'Ce ați scris aici se pierde, iar planul actual al studiului apare din nou.',
  plan: 'Plan',
  check: 'Verificare',
  checking: 'Se verifică…',
  start: 'Pornire',
  beginAnew: 'Luați-o de la capăt…',
  beginAnewTitle: 'O luați de la capăt?',
  discard: 'Renunțare la ce am scris',
  startWithFaultsTitle: 'Îl porniți totuși?',
  startWithFaults: 'Pornire totuși',
  faultsAbove: 'Verificarea a găsit ce ar încheia studiul; se vede pe pagină.',
  faults: (count) =>
    plural(count, {
      one: '# problemă ar încheia studiul:',
      few: '# probleme ar încheia studiul:',
      other: '# de probleme ar încheia studiul:',
    }),
  noFaults: 'Nu s-a găsit nimic care ar încheia studiul.',
  wouldReplace: (study) => `Ar înlocui planul studiului „${study}”, care există deja.`,
  asksFor: 'Ce cere',
  stepsByKind: (steps, kinds) => `${steps}: ${kinds}`,
  runs: {
    vocabulary: (count) =>
      plural(count, { one: '# vocabular', few: '# vocabulare', other: '# de vocabulare' }),
    pretraining: (count) =>
      plural(count, { one: '# preantrenare', few: '# preantrenări', other: '# de preantrenări' }),
    transfer: (count) =>
      plural(count, {
        one: '# sursă de transfer',
        few: '# surse de transfer',
        other: '# de surse de transfer',
      }),
    'zero-shot': (count) =>
      plural(count, {
        one: '# test fără exemple',
        few: '# teste fără exemple',
        other: '# de teste fără exemple',
      }),
    'few-shot': (count) =>
      plural(count, {
        one: '# antrenare pe puține exemple',
        few: '# antrenări pe puține exemple',
        other: '# de antrenări pe puține exemple',
      }),
    final: (count) =>
      plural(count, { one: '# model final', few: '# modele finale', other: '# de modele finale' }),
    perplexity: (count) =>
      plural(count, {
        one: 'o măsurare a perplexității',
        few: '# măsurări ale perplexității',
        other: '# de măsurări ale perplexității',
      }),
    baseline: (count) =>
      plural(count, { one: '# referință', few: '# referințe', other: '# de referințe' }),
    'fine-tuning': (count) =>
      plural(count, {
        one: '# ajustare fină',
        few: '# ajustări fine',
        other: '# de ajustări fine',
      }),
  },
  corpus: (name) => `corpusul ${name}`,
  task: (name) => `sarcina ${name}`,
  model: (name) => `modelul ${name}`,
  files: (count) => plural(count, { one: '# fișier', few: '# fișiere', other: '# de fișiere' }),
  documents: (count) =>
    plural(count, { one: '# document', few: '# documente', other: '# de documente' }),
  seenInPart: (items, share) => `aproximativ ${items} (au fost examinate numai primele ${share})`,
  moreLabels: (count) => plural(count, { one: 'încă #', few: 'încă #', other: 'încă #' }),
  startsFrom: (start) => `pornind de la ${start}`,
  parameters: (count) =>
    plural(count, { one: '# parametru', few: '# parametri', other: '# de parametri' }),
  longestText: (tokens) => `texte de până la ${tokens} tokeni`,
  time: 'timp',
  timeUnknown: 'încă necunoscut: motorul de calcul nu a fost măsurat pe acest calculator',
  timeAbout: (duration, engine) => `foarte aproximativ ${duration} pentru toți pașii, cu ${engine}`,
  room: 'spațiu pe disc',
  roomAbout: (needed) => `aproximativ ${needed}`,
  roomOfFree: (needed, free) => `aproximativ ${needed}, din ${free} liberi`,
  replaceTitle: (study) => `Înlocuiți planul studiului „${study}”?`,
  replace: 'Înlocuire',
  replaceAndLose: 'Înlocuire, cu pierderea acestora',
  sameName:
    'Există un studiu cu acest nume și cu alt plan, care ar continua cu acesta. Pentru a le păstra pe ambele, dați planului alt nume.',
  noneFinished: 'Niciunul dintre pașii săi nu este încă încheiat: nu se pierde niciun rezultat.',
  noneTouched: (finished) =>
    plural(finished, {
      one: 'Modificarea nu atinge singurul său pas încheiat: nu se pierde niciun rezultat, cât timp fișierele pe care le numește planul sunt cele care erau.',
      few: 'Modificarea nu atinge niciunul dintre cei # pași încheiați: nu se pierde niciun rezultat, cât timp fișierele pe care le numește planul sunt cele care erau.',
      other:
        'Modificarea nu atinge niciunul dintre cei # de pași încheiați: nu se pierde niciun rezultat, cât timp fișierele pe care le numește planul sunt cele care erau.',
    }),
  lost: (steps) =>
    plural(steps, {
      one: '# pas încheiat își pierde rezultatele și trebuie calculat din nou; nimeni nu le poate readuce, decât dintr-o copie de siguranță a spațiului de lucru:',
      few: '# pași încheiați își pierd rezultatele și trebuie calculați din nou; nimeni nu le poate readuce, decât dintr-o copie de siguranță a spațiului de lucru:',
      other:
        '# de pași încheiați își pierd rezultatele și trebuie calculați din nou; nimeni nu le poate readuce, decât dintr-o copie de siguranță a spațiului de lucru:',
    }),
  lostResults: 'Rezultate care s-ar pierde',
  lostStep: (kind, name) => `${kind} ${name}`,
  lostFolds: (task, model, folds) =>
    `${task}, ${model}: ${folds.length === 1 ? 'foldul' : 'foldurile'} ${folds.join(', ')}`,
  noneKept: 'Niciun alt pas nu este încheiat.',
  kept: (steps) =>
    plural(steps, {
      one: 'Încă # pas încheiat își păstrează rezultatele.',
      few: 'Încă # pași încheiați își păstrează rezultatele.',
      other: 'Încă # de pași încheiați își păstrează rezultatele.',
    }),
  keepBoth: 'Pentru a le păstra pe ambele, dați planului modificat alt nume.',
};

import type { WorkspaceWording } from './en.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('ro');

export const workspace: WorkspaceWording = {
  folderWithFile: (file) => `un dosar cu fișierul ${file}`,
  folderWithout: 'un dosar fără el',
  noSuchFolder: 'niciun astfel de dosar',
  checkPathOrCreate: 'Verificați calea sau creați mai întâi acolo un spațiu de lucru.',
  aPassphrase: 'o frază de acces',
  anEmptyOne: 'una goală',
  choosePassphrase:
    'Alegeți o frază de acces din mai multe cuvinte și păstrați-o bine: nimeni nu o poate recupera.',
  secretOfThis: (kind) =>
    `${kind === 'key' ? 'cheia' : 'fraza de acces a'} acestui spațiu de lucru`,
  anotherSecret: (kind) => `altă ${kind === 'key' ? 'cheie' : 'frază de acces'}`,
  mindCapitals: 'Încercați din nou; atenție la majuscule și la aranjamentul tastaturii.',
  newOrEmptyFolder: 'un dosar nou sau gol',
  aWorkspace: 'un spațiu de lucru',
  folderWithEntries: (entries) =>
    `un dosar cu ${plural(entries, { one: 'un element', few: '# elemente', other: '# de elemente' })}`,
  openOrChooseFolder: 'Deschideți spațiul de lucru de acolo sau alegeți alt dosar.',
  versionOrOlder: (newest) => `un spațiu de lucru de versiunea ${newest} sau mai vechi`,
  version: (version) => `versiunea ${version}`,
  openWithNewer: 'Deschideți-l cu versiunea Anamnesis care l-a scris sau cu una mai nouă.',
  noOtherTrainer: 'niciun alt proces de antrenare pe acest spațiu de lucru',
  lockGone: 'că blocajul a dispărut',
  theProcess: (holder) => `procesul ${holder} (calculator/id/pornire)`,
  waitForTrainer:
    'Așteptați să se termine sau opriți-l; unul întrerupt forțat este observat în cinci minute.',
  roomOnDisk: 'loc pe discul spațiului de lucru',
  freeSpace:
    'Eliberați spațiu și rulați din nou aceeași comandă; ce era terminat se păstrează, pasul care nu a încăput a fost anulat.',
  soundDisk: 'un disc care acceptă ce se scrie pe el și îl redă',
  lookForQuota:
    'Verificați dacă s-a epuizat o cotă, a dispărut o unitate de rețea sau un disc cedează și rulați din nou aceeași comandă; ce era terminat se păstrează, pasul în curs a fost anulat.',
  rightToFiles: 'dreptul de a citi și a scrie fișierele spațiului de lucru',
  checkOwner: 'Verificați proprietarul și permisiunile dosarului sau alegeți alt dosar.',
  authenticPages: 'o bază de date în care fiecare pagină corespunde codului ei de autentificare',
  restoreFolder:
    'Opriți toate programele care folosesc spațiul de lucru și restaurați dosarul dintr-o copie de rezervă.',
  freeDatabase: 'ca baza de date să se elibereze în timpul de așteptare',
  anotherWrites: 'Alt program scrie în spațiul de lucru; încercați din nou când termină.',
  knownIds: 'doar identificatori ai elementelor din spațiul de lucru',
  useKnownId: 'Listați ce conține spațiul de lucru și folosiți un identificator de acolo.',
  madeDatabase: 'baza de date creată odată cu spațiul de lucru',
  restoreWorkspace: 'Restaurați dosarul spațiului de lucru dintr-o copie de rezervă.',
  writtenHeader: 'antetul scris la crearea spațiului de lucru',
  restoreHeader:
    'Restaurați workspace.json dintr-o copie de rezervă. Fără el nicio frază de acces nu deschide spațiul de lucru; o cheie păstrată în portcheiul sistemului o face totuși după restaurare.',
  wholeBackup: 'o copie de rezervă întreagă a unui spațiu de lucru, așa cum a fost scrisă',
  backupEndsEarly: 'una care se termină înainte de sfârșit',
  otherBytes: 'alți octeți decât cei scriși',
  noBackup: 'un fișier care nu este o copie de rezervă a unui spațiu de lucru',
  useOtherBackup: 'Folosiți alt exemplar al acestei copii de rezervă sau una mai veche.',
  writtenBytes: 'octeții care au fost scriși',
  restoreFile:
    'Restaurați acest fișier dintr-o copie de rezervă a spațiului de lucru sau rulați din nou ce l-a creat.',
  knownFile: 'un fișier criptat pe care baza de date îl cunoaște',
  noSuchFile: 'niciun astfel de fișier',
  unneededFile: 'un fișier criptat de care nu depinde nimic',
  modelOfWeights: 'un model cu aceste ponderi',
  removeModelFirst: 'Eliminați mai întâi modelul.',
  newCollectionName: 'un nume pe care nu îl are nicio colecție',
  collection: (name) => `o colecție „${name}”`,
  otherNameOrImport: 'Alegeți alt nume sau importați în acea colecție.',
  noneOfThisName: 'niciuna cu acest nume',
  listCollections: 'Listați colecțiile spațiului de lucru și folosiți un nume de acolo.',
  noSetOf: (collection) => `niciun set înghețat care conține documente din „${collection}”`,
  removeSetsFirst: 'Eliminați mai întâi aceste seturi, dacă nimic nu mai depinde de ele.',
  noProjectOf: (collection) => `niciun proiect de adnotare cu documente din „${collection}”`,
  removeProjectsFirst:
    'Înghețați și ștergeți mai întâi aceste proiecte, dacă nu mai adnotează nimeni în ele.',
  newModelName: 'un nume pe care nu îl are niciun alt model din bibliotecă',
  giveAnotherName: 'Dați alt nume.',
  modelWithoutDescendants: 'un model din care nu descinde niciun altul',
  descendants: 'modele făcute din acesta',
  removeDescendants:
    'Eliminați-le mai întâi pe acelea; linia din care provine un model rămâne completă.',
  newStudyName: 'un nume pe care nu îl are niciun studiu din spațiul de lucru',
  theStudy: (name) => `studiul „${name}”`,
  goOnOrRename: 'Continuați cu acel studiu sau dați-i celui nou alt nume.',
  importAlone: 'un import pe care nu îl continuă alt program',
  programAtIt: 'un program care lucrează la el',
  waitOrStopThere: 'Așteptați să se termine sau opriți-l acolo.',
  mayChangeState: 'Verificați din nou starea: este posibil ca alt program să o fi schimbat.',
  sealedHeader: 'locurile persoanelor așa cum au fost scrise',
  brokenSeal: 'locuri adăugate, luate, schimbate sau modificate fără cheia spațiului de lucru',
  restoreAlteredHeader:
    'Cineva a scris în workspace.json. Restaurați-l dintr-o copie de rezervă și vedeți cine poate scrie în dosar.',
};

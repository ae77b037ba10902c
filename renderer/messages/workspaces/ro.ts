import type { WorkspacesMessages } from './messages.ts';

export const workspaces: WorkspacesMessages = {
  chooseTitle: 'Alegeți un spațiu de lucru',
  chooseLead:
    'Un spațiu de lucru este un dosar criptat cu texte, modele, studii și rezultatele lor. Se deschide cu fraza sa de acces.',
  lead: 'Un spațiu de lucru este un dosar criptat cu texte, modele, studii și rezultatele lor. Numai unul este deschis la un moment dat; cât timp rulează un studiu, nu poate fi părăsit.',
  lock: 'Blocare',
  isOpen: 'Deschis:',
  openedBefore: 'Deschise anterior',
  notThere: 'nu mai există sau unitatea lui lipsește',
  openNamed: (name) => `Deschideți ${name}`,
  openForm: 'Deschidere…',
  takeFromListNamed: (name) => `Scoateți ${name} din această listă`,
  takeFromListHint: 'Îl scoate din această listă; spațiul de lucru rămâne',
  takeFromList: 'Scoatere din listă',
  openAnother: 'Deschideți altul',
  makeNew: 'Creați unul nou',
  pathHint: (folder) => `O cale pe acest calculator, absolută sau pornind de la ${folder}`,
  folder: 'Dosarul spațiului de lucru',
  passphrase: 'Frază de acces',
  open: 'Deschidere',
  opening: 'Se deschide…',
  newFolder: 'Dosar nou sau gol',
  newPassphrase: 'Frază de acces nouă',
  sameAgain: 'Aceeași încă o dată',
  notTheSame: 'Nu este aceeași ca mai sus.',
  strengths: {
    weak: 'Slabă: mai multe cuvinte fără legătură între ele sunt mai bune.',
    fair: 'Acceptabilă: cu încă unul sau două cuvinte devine puternică.',
    strong: 'Puternică.',
  },
  nobodyRecovers:
    'Tot ce se află în spațiul de lucru este criptat cu ea. Nimeni nu o poate recupera, nici autorii acestui program, nici administratorul dumneavoastră: păstrați-o acolo unde instituția dumneavoastră păstrează asemenea lucruri.',
  make: 'Creați spațiul de lucru',
  making: 'Se creează…',
};

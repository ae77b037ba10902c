import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'proprietar',
  analyst: 'analist',
  reviewer: 'evaluator',
  reader: 'cititor',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `rolul de ${roleNames[role]}${role === 'owner' ? '' : ' sau unul care poate mai mult'}`,
  theRole: (role) => `rolul de ${roleNames[role]}`,
  askOwner: 'Cereți unui proprietar al spațiului de lucru să o facă sau să vă dea rolul.',
  anotherOwner: 'un alt proprietar care se poate autentifica',
  noOtherOwner: 'singurul',
  makeOwnerFirst:
    'Dați mai întâi altcuiva rolul de proprietar și verificați că se poate autentifica.',
  aName: 'un nume',
  noName: 'niciunul',
  giveName: 'Dați persoanei un nume după care o cunosc colegii.',
  typeName: 'Introduceți și numele cu care vă autentificați; într-un terminal, dați-l cu --person.',
  nameOfNobody: 'un nume pe care nu îl are nimeni aici',
  nameOfOther: 'unul pe care îl are altcineva; majusculele și spațiile nu contează',
  addToName: 'Adăugați la nume ceva care să îi deosebească pe cei doi.',
  oneMore: 'încă una',
  removeSomebody: 'Eliminați pe cineva care nu mai lucrează cu el.',
  aPerson: 'o persoană',
  theRecoveryKey: 'cheia de recuperare',
  replaceRecoveryKey: 'Creați o nouă cheie de recuperare, care îi ia locul, sau eliminați-o.',
  whoMaySignIn: 'cineva care se poate autentifica',
  whoIsLocked: 'cineva pe care un proprietar l-a blocat',
  askToUnlock: 'Cereți unui proprietar al spațiului de lucru să vă deblocheze.',
  nameWithPassphrase: 'un nume cu fraza lui de acces',
  anotherPair: 'un nume și o frază de acces care nu se potrivesc',
  mindBoth:
    'Încercați din nou; atenție la ortografia numelui, la majusculele frazei și la dispunerea tastaturii.',
  whosePassphrase: 'un spațiu de lucru cu o singură frază de acces',
  severalPassphrases: 'unul în care fiecare persoană o are pe a sa',
  signedIn: 'cineva care s-a autentificat',
  nobodySignedIn: 'nimeni',
  signInFirst: 'Autentificați-vă cu numele și fraza de acces.',
  fewerAttempts: 'puține încercări nereușite',
  atMostPersons: (count) => `cel mult ${count} de persoane`,
  waitSeconds: (seconds) => `Așteptați ${seconds} s și încercați din nou.`,
};

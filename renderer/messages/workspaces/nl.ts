import type { WorkspacesMessages } from './messages.ts';

export const workspaces: WorkspacesMessages = {
  chooseTitle: 'Een werkruimte kiezen',
  chooseLead:
    'Een werkruimte is een versleutelde map met teksten, modellen, studies en hun resultaten. Zij gaat open met haar wachtzin.',
  lead: 'Een werkruimte is een versleutelde map met teksten, modellen, studies en hun resultaten. Er is er één tegelijk open; terwijl een studie loopt, wordt zij niet verlaten.',
  lock: 'Vergrendelen',
  isOpen: 'Geopend:',
  openedBefore: 'Eerder geopend',
  notThere: 'niet meer aanwezig, of het station ervan niet',
  openNamed: (name) => `${name} openen`,
  openForm: 'Openen…',
  takeFromListNamed: (name) => `${name} uit deze lijst halen`,
  takeFromListHint: 'Haalt haar uit deze lijst; de werkruimte blijft bestaan',
  takeFromList: 'Uit lijst halen',
  openAnother: 'Een andere openen',
  makeNew: 'Een nieuwe maken',
  pathHint: (folder) => `Een pad op deze machine, absoluut of vanaf ${folder}`,
  folder: 'Map van de werkruimte',
  passphrase: 'Wachtzin',
  open: 'Openen',
  opening: 'Openen…',
  newFolder: 'Nieuwe of lege map',
  newPassphrase: 'Nieuwe wachtzin',
  sameAgain: 'Nogmaals dezelfde',
  notTheSame: 'Niet dezelfde als hierboven.',
  strengths: {
    weak: 'Zwak: meerdere woorden die niet bij elkaar horen, zijn beter.',
    fair: 'Redelijk: met een of twee woorden meer wordt zij sterk.',
    strong: 'Sterk.',
  },
  nobodyRecovers:
    'Alles in de werkruimte wordt ermee versleuteld. Niemand kan haar herstellen, noch de makers van dit programma, noch uw beheerder: bewaar haar waar uw instelling zulke dingen bewaart.',
  make: 'De werkruimte maken',
  making: 'Maken…',
};

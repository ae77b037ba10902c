import type { WorkspacesMessages } from './messages.ts';

export const workspaces: WorkspacesMessages = {
  chooseTitle: 'Choose a workspace',
  chooseLead:
    'A workspace is an encrypted folder with texts, models, studies and their results. It opens with its passphrase.',
  lead: 'A workspace is an encrypted folder with texts, models, studies and their results. One is open at a time; while a study runs it is not left.',
  lock: 'Lock',
  isOpen: 'Open:',
  openedBefore: 'Opened before',
  notThere: 'not there any more, or its drive is not',
  openNamed: (name) => `Open ${name}`,
  openForm: 'Open…',
  takeFromListNamed: (name) => `Take ${name} from this list`,
  takeFromListHint: 'Takes it from this list; the workspace stays',
  takeFromList: 'Take from list',
  openAnother: 'Open another',
  makeNew: 'Make a new one',
  pathHint: (folder) => `A path on this machine, absolute or from ${folder}`,
  folder: 'Folder of the workspace',
  passphrase: 'Passphrase',
  open: 'Open',
  opening: 'Opening…',
  newFolder: 'New or empty folder',
  newPassphrase: 'New passphrase',
  sameAgain: 'The same again',
  notTheSame: 'Not the same as above.',
  strengths: {
    weak: 'Weak: several words that do not belong together are better.',
    fair: 'Fair: one or two words more make it strong.',
    strong: 'Strong.',
  },
  nobodyRecovers:
    'Everything in the workspace is encrypted with it. Nobody can recover it, neither the makers of this program nor your administrator: keep it where your institution keeps such things.',
  make: 'Make the workspace',
  making: 'Making…',
};

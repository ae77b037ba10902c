import { createPlural } from '#contract/language.ts';
import type { PartsMessages } from './messages.ts';

const plural = createPlural('en');

export const parts: PartsMessages = {
  notForRole: 'Not for your role',
  needsRole: (role) => `This needs the role “${role}” or one that may more.`,
  yourRole: (role) => `Yours is “${role}”. An owner of the workspace can change it.`,
  expectedButFound: (expected, found) => `Expected ${expected}, found ${found}.`,
  signedOut: 'This window is not signed in',
  signedOutReason:
    'Each address that the program prints signs one browser in, once; all its tabs are then signed in. Go back to the browser where the window is open, or ask the program for a new address (Enter, in the terminal where it runs) and open that. Runs that have started are not affected.',
  unreachable: {
    silent: {
      title: 'The program does not answer',
      text: 'It is paused, or the machine is too busy. What you press now waits until it answers; this note then goes by itself.',
    },
    lost: {
      title: 'The program cannot be reached',
      text: 'Where you started it, see whether it still runs. If only the connection broke, this note goes by itself. If the program ended, its study stopped: start it again and open its new address.',
    },
  },
  shownIsOf: (moment) => `What is shown is of ${moment}.`,
  choose: 'Choose…',
  chooseTitle: 'Choose on this machine',
  folderAbove: 'Folder above',
  thisFolder: 'Choose this folder',
  chosenFiles: (count) => plural(count, { one: 'Choose # file', other: 'Choose # files' }),
  emptyFolder: 'Nothing here that is read: hidden files and links are left out.',
  moreEntries: (count) =>
    plural(count, {
      one: '# more is not listed: type its path.',
      other: '# more are not listed: type their path.',
    }),
  entries: 'What lies in the folder',
};

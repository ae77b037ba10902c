import { createPlural } from '#contract/language.ts';
import type { PartsMessages } from './messages.ts';

const plural = createPlural('ro');

export const parts: PartsMessages = {
  notForRole: 'Nu este pentru rolul dumneavoastră',
  needsRole: (role) =>
    `Pentru aceasta este nevoie de rolul „${role}” sau de unul care poate mai mult.`,
  yourRole: (role) =>
    `Al dumneavoastră este „${role}”. Un proprietar al spațiului de lucru îl poate schimba.`,
  expectedButFound: (expected, found) => `Se aștepta: ${expected}. S-a găsit: ${found}.`,
  signedOut: 'Această fereastră nu este conectată',
  signedOutReason:
    'Fiecare adresă afișată de program conectează un singur browser, o singură dată; toate filele lui sunt apoi conectate. Reveniți la browserul în care este deschisă fereastra sau cereți programului o adresă nouă (Enter, în terminalul în care rulează) și deschideți-o. Rulările pornite nu sunt afectate.',
  unreachable: {
    silent: {
      title: 'Programul nu răspunde',
      text: 'Este suspendat sau calculatorul este prea ocupat. Ce apăsați acum așteaptă până când răspunde; acest mesaj dispare apoi de la sine.',
    },
    lost: {
      title: 'Nu există legătură cu programul',
      text: 'Verificați, acolo unde l-ați pornit, dacă mai rulează. Dacă s-a întrerupt numai legătura, acest mesaj dispare de la sine. Dacă programul s-a încheiat, studiul lui s-a oprit: porniți-l din nou și deschideți noua adresă.',
    },
  },
  shownIsOf: (moment) => `Datele afișate sunt din ${moment}.`,
  choose: 'Alegere…',
  chooseTitle: 'Alegere de pe acest calculator',
  folderAbove: 'Dosarul de deasupra',
  thisFolder: 'Alegerea acestui dosar',
  chosenFiles: (count) =>
    plural(count, {
      one: 'Alegerea a # fișier',
      few: 'Alegerea a # fișiere',
      other: 'Alegerea a # de fișiere',
    }),
  emptyFolder: 'Aici nu este nimic de citit: fișierele ascunse și legăturile sunt omise.',
  moreEntries: (count) =>
    plural(count, {
      one: 'Încă # nu este în listă: scrieți calea.',
      few: 'Încă # nu sunt în listă: scrieți calea.',
      other: 'Încă # nu sunt în listă: scrieți calea.',
    }),
  entries: 'Ce se află în dosar',
};

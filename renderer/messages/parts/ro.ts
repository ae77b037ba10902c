import type { PartsMessages } from './messages.ts';

export const parts: PartsMessages = {
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
};

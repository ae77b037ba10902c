import { createPlural } from '#contract/language.ts';
import type { PartsMessages } from './messages.ts';

const plural = createPlural('nl');

export const parts: PartsMessages = {
  notForRole: 'Niet voor uw rol',
  needsRole: (role) => `Hiervoor is de rol “${role}” nodig, of een die meer mag.`,
  yourRole: (role) => `De uwe is “${role}”. Een eigenaar van de werkruimte kan die wijzigen.`,
  expectedButFound: (expected, found) => `Verwacht: ${expected}. Gevonden: ${found}.`,
  signedOut: 'Dit venster is niet aangemeld',
  signedOutReason:
    'Elk adres dat het programma toont, meldt één keer één browser aan; al zijn tabbladen zijn dan aangemeld. Ga terug naar de browser waarin het venster openstaat, of vraag het programma om een nieuw adres (Enter, in de terminal waarin het draait) en open dat. Op runs die al zijn gestart heeft dit geen invloed.',
  unreachable: {
    silent: {
      title: 'Het programma antwoordt niet',
      text: 'Het staat stil, of de machine heeft het te druk. Waar u nu op drukt, wacht tot het antwoordt; deze melding verdwijnt dan vanzelf.',
    },
    lost: {
      title: 'Het programma is niet bereikbaar',
      text: 'Kijk waar u het hebt gestart of het nog draait. Als alleen de verbinding is verbroken, verdwijnt deze melding vanzelf. Als het programma is beëindigd, is zijn studie gestopt: start het opnieuw en open het nieuwe adres.',
    },
  },
  shownIsOf: (moment) => `Wat u ziet, is van ${moment}.`,
  choose: 'Kiezen…',
  chooseTitle: 'Op deze machine kiezen',
  folderAbove: 'Bovenliggende map',
  thisFolder: 'Deze map kiezen',
  chosenFiles: (count) => plural(count, { one: '# bestand kiezen', other: '# bestanden kiezen' }),
  emptyFolder:
    'Hier staat niets dat gelezen wordt: verborgen bestanden en koppelingen blijven weg.',
  moreEntries: (count) =>
    plural(count, {
      one: '# staat niet in de lijst: typ het pad.',
      other: '# staan niet in de lijst: typ het pad.',
    }),
  entries: 'Wat er in de map staat',
};

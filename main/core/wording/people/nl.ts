import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'eigenaar',
  analyst: 'analist',
  reviewer: 'beoordelaar',
  reader: 'lezer',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `de rol ${roleNames[role]}${role === 'owner' ? '' : ', of een die meer mag'}`,
  theRole: (role) => `de rol ${roleNames[role]}`,
  askOwner: 'Vraag een eigenaar van de werkruimte om het te doen, of om de rol.',
  anotherOwner: 'een andere eigenaar die zich kan aanmelden',
  noOtherOwner: 'de enige',
  makeOwnerFirst: 'Geef eerst iemand anders de rol eigenaar, en ga na of die zich kan aanmelden.',
  aName: 'een naam',
  noName: 'geen',
  giveName: 'Geef de persoon een naam waaronder collega’s die kennen.',
  typeName: 'Typ ook de naam waarmee u zich aanmeldt; geef die in een terminal op met --person.',
  nameOfNobody: 'een naam die hier niemand heeft',
  nameOfOther: 'een die iemand anders heeft; hoofdletters en spaties tellen niet',
  addToName: 'Voeg iets aan de naam toe waaraan de twee te onderscheiden zijn.',
  oneMore: 'nog een',
  removeSomebody: 'Verwijder iemand die er niet meer mee werkt.',
  aPerson: 'een persoon',
  theRecoveryKey: 'de herstelsleutel',
  replaceRecoveryKey:
    'Maak een nieuwe herstelsleutel, die de plaats ervan inneemt, of verwijder hem.',
  whoMaySignIn: 'iemand die zich mag aanmelden',
  whoIsLocked: 'iemand die door een eigenaar geblokkeerd is',
  askToUnlock: 'Vraag een eigenaar van de werkruimte om u vrij te geven.',
  nameWithPassphrase: 'een naam met de bijbehorende wachtzin',
  anotherPair: 'een naam en een wachtzin die niet bij elkaar horen',
  mindBoth:
    'Probeer het opnieuw; let op de spelling van de naam, op hoofdletters in de wachtzin en op de toetsenbordindeling.',
  whosePassphrase: 'een werkruimte met één wachtzin',
  severalPassphrases: 'een waarin ieder een eigen wachtzin heeft',
  signedIn: 'iemand die zich heeft aangemeld',
  nobodySignedIn: 'niemand',
  signInFirst: 'Meld u aan met uw naam en wachtzin.',
  fewerAttempts: 'weinig mislukte pogingen',
  atMostPersons: (count) => `hoogstens ${count} personen`,
  waitSeconds: (seconds) => `Wacht ${seconds} s en probeer het opnieuw.`,
};

import type { Role } from '#core/domain/person.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'owner',
  analyst: 'analyst',
  reviewer: 'reviewer',
  reader: 'reader',
};

/** What is said of persons, their roles and how they sign in. */
export const people = {
  roleOrMore: (role: Role) =>
    `the role ${roleNames[role]}${role === 'owner' ? '' : ', or one that may more'}`,
  theRole: (role: Role) => `the role ${roleNames[role]}`,
  askOwner: 'Ask an owner of the workspace to do it, or for the role.',
  anotherOwner: 'another owner who can sign in',
  noOtherOwner: 'the only one',
  makeOwnerFirst: 'Give somebody else the role owner first, and see that they can sign in.',
  aName: 'a name',
  noName: 'none',
  giveName: 'Give the person a name by which colleagues know them.',
  typeName: 'Type the name with which you sign in as well; at a terminal give it with --person.',
  nameOfNobody: 'a name that nobody here has',
  nameOfOther: 'one that another person has; case and spaces do not count',
  addToName: 'Add something to the name by which the two are told apart.',
  oneMore: 'one more',
  removeSomebody: 'Remove somebody who does not work with it any more.',
  aPerson: 'a person',
  theRecoveryKey: 'the recovery key',
  replaceRecoveryKey: 'Make a new recovery key, which takes its place, or remove it.',
  whoMaySignIn: 'somebody who may sign in',
  whoIsLocked: 'somebody whom an owner locked',
  askToUnlock: 'Ask an owner of the workspace to unlock you.',
  nameWithPassphrase: 'a name with its passphrase',
  anotherPair: 'a name or a passphrase that do not belong together',
  mindBoth:
    'Try again; mind the spelling of the name, capital letters of the passphrase and the layout of the keyboard.',
  whosePassphrase: 'a workspace with one passphrase',
  severalPassphrases: 'one in which each person has their own',
  signedIn: 'somebody who has signed in',
  nobodySignedIn: 'nobody',
  signInFirst: 'Sign in with your name and passphrase.',
  fewerAttempts: 'few attempts that fail',
  atMostPersons: (count: number) => `at most ${count} persons`,
  waitSeconds: (seconds: number) => `Wait ${seconds} s and try again.`,
};

export type PeopleWording = typeof people;

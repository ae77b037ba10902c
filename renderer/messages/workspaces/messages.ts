import type { Strength } from '#window/workspaces/passphrase-strength.ts';

/** Opening, making and locking workspaces. */
export interface WorkspacesMessages {
  readonly chooseTitle: string;
  readonly chooseLead: string;
  readonly lead: string;
  readonly lock: string;
  readonly isOpen: string;
  readonly openedBefore: string;
  readonly notThere: string;
  readonly openNamed: (name: string) => string;
  readonly openForm: string;
  readonly takeFromListNamed: (name: string) => string;
  readonly takeFromListHint: string;
  readonly takeFromList: string;
  readonly openAnother: string;
  readonly makeNew: string;
  readonly pathHint: (folder: string) => string;
  readonly folder: string;
  readonly passphrase: string;
  readonly open: string;
  readonly opening: string;
  readonly newFolder: string;
  readonly newPassphrase: string;
  readonly sameAgain: string;
  readonly notTheSame: string;
  readonly strengths: Readonly<Record<Strength, string>>;
  readonly nobodyRecovers: string;
  readonly make: string;
  readonly making: string;
}

/** What pages are built from: notices and notes. */
export interface PartsMessages {
  readonly notForRole: string;
  readonly needsRole: (role: string) => string;
  readonly yourRole: (role: string) => string;
  /** Of a failure, whose own words come from the program. */
  readonly expectedButFound: (expected: string, found: string) => string;
  readonly signedOut: string;
  readonly signedOutReason: string;
  readonly unreachable: Readonly<
    Record<'silent' | 'lost', { readonly title: string; readonly text: string }>
  >;
  readonly shownIsOf: (moment: string) => string;
  readonly choose: string;
  readonly chooseTitle: string;
  readonly folderAbove: string;
  readonly thisFolder: string;
  readonly chosenFiles: (count: number) => string;
  readonly emptyFolder: string;
  readonly moreEntries: (count: number) => string;
  readonly entries: string;
}

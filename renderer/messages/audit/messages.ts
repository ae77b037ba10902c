/** The page of the audit log. */
export interface AuditMessages {
  readonly title: string;
  readonly lead: string;
  readonly wholeLog: string;
  readonly verify: string;
  readonly olderEntries: string;
  readonly filter: string;
  readonly words: string;
  readonly action: string;
  readonly anyAction: string;
  readonly person: string;
  readonly anybody: string;
  readonly theProgram: string;
  readonly nameless: string;
  readonly recoveryKey: string;
  readonly from: string;
  readonly to: string;
  readonly clearFilter: string;
  readonly noneFits: string;
  readonly noneFitsHint: string;
  readonly noneYet: string;
  readonly noneYetHint: string;
  /** Heads of columns. */
  readonly position: string;
  readonly time: string;
  readonly subject: string;
  readonly hash: string;
  readonly whole: (entries: number) => string;
  readonly broken: (firstBroken: string, entries: number) => string;
  readonly head: string;
  readonly headOf: (entries: number) => string;
  readonly headUse: string;
  readonly copy: string;
  readonly copied: string;
  readonly marked: string;
}

import { createPlural } from '#contract/language.ts';
import type { AuditMessages } from './messages.ts';

const plural = createPlural('en');

export const audit: AuditMessages = {
  title: 'Audit log',
  lead: 'What was done in this workspace, newest first. Each entry’s hash covers the one before it, so that a changed, removed or inserted entry shows.',
  wholeLog: 'The whole log, with the chain of hashes',
  verify: 'Verify',
  olderEntries: 'Older entries',
  filter: 'Filter the log',
  words: 'Words, names, ids or hashes',
  action: 'Action',
  anyAction: 'All',
  person: 'Person',
  anybody: 'Everybody',
  theProgram: 'the program',
  nameless: 'whoever has the passphrase',
  recoveryKey: 'recovery key',
  from: 'From',
  to: 'To',
  clearFilter: 'Clear the filter',
  noneFits: 'No entry fits',
  noneFitsHint: 'All entries are still there: clear the filter.',
  noneYet: 'No entry yet',
  noneYetHint:
    'An entry is written when a study is started, stopped or resumed, and when something leaves the workspace.',
  position: 'No.',
  time: 'Time',
  subject: 'Subject',
  hash: 'Hash',
  whole: (entries) =>
    `The chain is whole: ${plural(entries, { one: '# entry', other: '# entries' })} checked.`,
  broken: (firstBroken, entries) =>
    `The chain is broken at entry ${firstBroken} of ${plural(entries, { one: '# entry', other: '# entries' })}. Keep a copy of the workspace as it is now and tell whoever answers for its security.`,
  head: 'Head of the log',
  headOf: (entries) => plural(entries, { one: 'Head, of # entry', other: 'Head, of # entries' }),
  headUse:
    'Kept elsewhere with its number, for instance in a log book, it shows whether a later log is a continuation of this one.',
  copy: 'Copy',
  copied: 'Copied',
  marked: 'Marked: copy it with Ctrl+C',
};

import type { EntryFault } from './zip-entry.ts';

/** What is said of an entry that cannot be read. */
export const entryFaults = {
  damaged: {
    rule: 'archive-damaged',
    detail: 'An entry is damaged or cut.',
  },
  'beyond-limits': {
    rule: 'input-beyond-limits',
    detail: 'An entry becomes larger than the limits allow when it is expanded.',
  },
  encrypted: {
    rule: 'archive-encrypted',
    detail: 'An entry is protected by a password.',
  },
  method: {
    rule: 'archive-method',
    detail: 'An entry is compressed in another way than stored or deflate.',
  },
} as const satisfies Record<EntryFault, { rule: string; detail: string }>;

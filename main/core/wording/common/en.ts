import { createNumbers } from '../numbers.ts';

const { list } = createNumbers('en');

/** What several areas say. */
export const common = {
  /** Names in a sentence. */
  names: (named: readonly string[]) => list(named.map((name) => `“${name}”`)),
  /** The first few of many names. */
  someNames: (named: readonly string[], more: number, all: number) =>
    list([...named.map((name) => `“${name}”`), `${more} more (${all} in all)`]),
  /** Whole sentences, one after the other. */
  sentences: (parts: readonly string[]) => parts.join(' '),
  /** Several things that were found. */
  clauses: (parts: readonly string[]) => parts.join('; '),
  /** A place in a place. */
  within: (outer: string, inner: string) => `${outer}: ${inner}`,
  commas: (parts: readonly string[]) => parts.join(', '),
};

export type CommonWording = typeof common;

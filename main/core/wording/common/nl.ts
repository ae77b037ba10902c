import type { CommonWording } from './en.ts';
import { createNumbers } from '../numbers.ts';

const { list } = createNumbers('nl');

export const common: CommonWording = {
  names: (named) => list(named.map((name) => `“${name}”`)),
  someNames: (named, more, all) =>
    list([...named.map((name) => `“${name}”`), `nog ${more} (${all} in totaal)`]),
  sentences: (parts) => parts.join(' '),
  clauses: (parts) => parts.join('; '),
  within: (outer, inner) => `${outer}: ${inner}`,
  commas: (parts) => parts.join(', '),
};

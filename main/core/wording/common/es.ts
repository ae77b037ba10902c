import type { CommonWording } from './en.ts';
import { createNumbers } from '../numbers.ts';

const { list } = createNumbers('es');

export const common: CommonWording = {
  names: (named) => list(named.map((name) => `«${name}»`)),
  someNames: (named, more, all) =>
    list([...named.map((name) => `«${name}»`), `${more} más (${all} en total)`]),
  sentences: (parts) => parts.join(' '),
  clauses: (parts) => parts.join('; '),
  within: (outer, inner) => `${outer}: ${inner}`,
  commas: (parts) => parts.join(', '),
};

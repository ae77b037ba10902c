import type { RecordsWording } from './en.ts';

export const records: RecordsWording = {
  property: 'Eigenschap',
  value: 'Wat is vastgelegd',
  sha256: 'SHA-256',
  created: 'Gemaakt',
};

import type { RecordsWording } from './en.ts';

export const records: RecordsWording = {
  property: 'Proprietate',
  value: 'Ce este înregistrat',
  sha256: 'SHA-256',
  created: 'Creat',
};

import type { RecordsWording } from './en.ts';

export const records: RecordsWording = {
  property: 'Propiedad',
  value: 'Lo que consta',
  sha256: 'SHA-256',
  created: 'Creado',
};

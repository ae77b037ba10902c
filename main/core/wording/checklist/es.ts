import { createNumbers } from '../numbers.ts';
import type { ChecklistWording } from './en.ts';

const { count } = createNumbers('es');

export const checklist: ChecklistWording = {
  title: 'Lista de comprobación (TRIPOD+AI)',
  caption: 'Las partes de TRIPOD+AI y lo que los registros de este estudio dicen de cada una',
  part: 'Parte',
  askedFor: 'Se pide',
  records: 'Lo que consta',
  notRecorded: 'NO CONSTA',
  inPart: 'en parte; una persona completa el resto',
  note: (answered: number, partly: number, all: number) =>
    `${count(answered)} de ${count(all)} partes se responden con lo registrado, ${count(partly)} de ellas en parte; el resto lo escribe una persona. Las palabras de las partes son nuestras; la declaración misma: BMJ 2024;385:e078378.`,
};

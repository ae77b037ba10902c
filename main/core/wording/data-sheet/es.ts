import { createNumbers } from '../numbers.ts';
import type { DataSheetWording } from './en.ts';

const { count } = createNumbers('es');

export const dataSheet: DataSheetWording = {
  title: (set) => `${set} – ficha de datos`,
  heading: (set, version) => `${set}, versión ${count(version)}`,
  kind: 'Ficha de datos',
  frozen: 'Congelado',
  set: 'El conjunto',
  setCaption: 'Qué contiene',
  documents: 'Documentos',
  patients: 'Pacientes',
  dates: 'Fechas de las notas',
  use: 'Uso',
  locked: 'bloqueado: reservado para una última prueba',
  open: 'abierto: se puede aprender de él',
  sources: 'Fuentes',
  sourcesCaption: 'Documentos por colección',
  languagesCaption: 'Documentos por idioma',
  labels: 'Etiquetas',
  labelsCaption: 'Etiquetas por clase o tipo',
  labelsNote:
    'Quién puso las etiquetas y hasta qué punto coinciden consta en el proyecto en que se pusieron, no en el conjunto.',
  leftOut: 'Omitido en la importación',
  leftOutNote:
    'Por regla de la importación, de todo lo que leyeron las importaciones de estos documentos: puede ser de documentos que este conjunto no habría elegido.',
  leftOutCaption: 'Lo que omitieron las importaciones',
  nothingLeftOut: 'Las importaciones no omitieron nada.',
  name: 'Nombre',
  count: 'Cantidad',
};

import { createNumbers } from '../numbers.ts';
import type { ConsistencyWording } from './en.ts';

const { decimal } = createNumbers('es');

export const consistency: ConsistencyWording = {
  place: (table: string, row: number, about: string, column: string) =>
    `«${table}», fila ${row} (${about}), ${column}`,
  told: (place: string, found: number, why: string, other: string | null) =>
    `${place}: ${decimal(found)}. ${why}${other === null ? '' : ` Véase ${other}.`}`,
  outOfRange: (least: number, most: number) => `Está entre ${decimal(least)} y ${decimal(most)}.`,
  f1AboveItsParts: (most: number) =>
    `Una media de F1 es como mucho la media armónica de la precisión y la exhaustividad medias: ${decimal(most)}.`,
  f1NotOfItsParts: (least: number, most: number) =>
    `F1 es la media armónica de precisión y exhaustividad: de ${decimal(least)} a ${decimal(most)}.`,
  noSuchCount: (nearest: number) =>
    `De tantos ejemplos ninguna proporción se redondea a este valor; la más cercana es ${decimal(nearest)}.`,
  noSuchMatrix:
    'Ningún recuento de aciertos y errores de dos clases da estas cifras con tantos ejemplos.',
  macroNotTheMean: (least: number, most: number) =>
    `Un promedio macro es la media simple de sus clases: de ${decimal(least)} a ${decimal(most)}.`,
  differenceNotOfMeans: (least: number, most: number) =>
    `Las medias de ambos difieren de ${decimal(least)} a ${decimal(most)}.`,
  pBelowTheLeast: (least: number) =>
    `La prueba de Wilcoxon con tan pocos pares no puede dar una p menor que ${decimal(least)}.`,
  pNotOfTheTest: (nearest: number) =>
    `La prueba de Wilcoxon con tantos pares no puede dar esta p; la más cercana es ${decimal(nearest)}.`,
  holmBelowP: (least: number) => `La p de Holm nunca está por debajo de p: ${decimal(least)}.`,
  holmNotInOrder: (least: number) =>
    `La p de Holm conserva el orden de p: aquí al menos ${decimal(least)}.`,
  agrees: (numbers: number) => `${decimal(numbers)} números leídos; nada se contradice.`,
  contradictions: (found: number, numbers: number) =>
    `${decimal(found)} de ${decimal(numbers)} números contradicen a otros o lo que es posible:`,
  noTable: 'ninguna tabla',
  underPassword: 'un documento con contraseña',
  otherDocument: 'otro tipo de documento, o uno de Word anterior a 2007',
  damagedDocument: (rule) => `un documento que no se puede leer entero (${rule})`,
  otherEncoding: 'otra codificación',
  largerFile: 'un archivo más grande',
  tablesWanted:
    'tablas de resultados en CSV o LaTeX en UTF-8, o en un documento de Word (.docx), de 10 MB como máximo',
  saveTables:
    'Guarde la tabla como CSV en UTF-8, con un encabezado que nombre modelo, clase y métricas, o el documento sin contraseña como .docx.',
};

import { createPlural } from '../plural.ts';
import type { AnnotationWording } from './en.ts';

const plural = createPlural('es');

export const annotation: AnnotationWording = {
  placeInText: 'un lugar dentro del texto, entre sus caracteres',
  noPlace: 'ninguno',
  outsideText: (start, end, length) => `de ${start} a ${end} en un texto de ${length} unidades`,
  emptyPlace: (start, end) => `nada entre ${start} y ${end}`,
  piecesOverlap: (start, end) => `un trozo de ${start} a ${end} que empieza dentro del anterior`,
  halfCharacter: (start, end) => `medio carácter en ${start} o ${end}`,
  openAgain: 'Abra el documento de nuevo: lo guardado está allí.',
  newMark: 'el id de una marca nueva',
  knownMark: 'una que el documento ya tiene',
  noMark: 'una marca que no está',
  openSuggestion: 'una sugerencia de este documento que espera respuesta',
  noneOrSettled: 'ninguna, o una ya respondida',
  aClass: 'una clase para el documento',
  noClass: 'ninguna',
  giveClass: 'Dé una clase al documento, o sáltelo.',
  oneOf: (names) => (names.length === 0 ? 'ninguno de esta clase' : `uno de ${names.join(', ')}`),
  soundScheme: 'un esquema con el que se pueda trabajar',
  correctScheme: 'Corrija el esquema.',
  nothingLabelled: 'ni clases ni tipos de marcas',
  classesUnused: 'clases, aunque los documentos no llevan ninguna',
  tooFewClasses: (count) =>
    plural(count, {
      one: 'ninguna clase',
      many: 'menos de # clases',
      other: 'menos de # clases',
    }),
  noName: (name) =>
    `«${name}», que está vacío, tiene más de 100 caracteres, espacios alrededor o saltos de línea`,
  nameTwice: (name) => `«${name}» dos veces`,
  noKey: (name) => `una tecla de «${name}» que no es una letra minúscula ni una cifra`,
  keyTwice: (key, first, second) => `la tecla ${key} para «${first}» y para «${second}»`,
  attributeWithoutValues: (name) => `«${name}» sin valores para elegir`,
  attributeOfUnknown: (name, type) => `«${name}» de «${type}», que no es un tipo`,
  newName: 'un nombre que ningún proyecto tenga',
  otherName: 'Dé otro nombre.',
  documentsToLabel: 'documentos que anotar',
  none: 'ninguno',
  widenChoice: 'Amplíe la selección de documentos.',
  annotatorsOnce: 'personas que anoten, cada una una vez',
  personTwice: 'una de ellas dos veces',
  nameAnnotators: 'Indique al menos una persona, y ninguna dos veces.',
  unusedLabel: 'que solo se quiten etiquetas que nadie ha puesto',
  usedLabel: (name, count) =>
    plural(count, {
      one: `«${name}», puesta en # lugar`,
      many: `«${name}», puesta en # lugares`,
      other: `«${name}», puesta en # lugares`,
    }),
  changeLabelsFirst:
    'Busque en la cola los documentos que la tienen y cámbielos antes, o consérvela.',
  newestState: 'que se cambie el estado más reciente',
  olderState: 'uno anterior',
  ownDocument: 'un documento que usted anote en este proyecto',
  anothers: 'uno que usted no anota',
  openQueue: 'Abra un documento de su cola.',
  unsettled: 'un documento cuyas diferencias nadie resuelve todavía',
  beingSettled: 'uno cuyas diferencias se están resolviendo',
  askSettler: 'Diga a quien las resuelve qué cambiaría.',
  earlierAction: 'una acción suya',
  labelOfToday: 'etiquetas que el esquema tiene hoy',
  putBack: 'Ponga antes la etiqueta de nuevo en el esquema.',
};

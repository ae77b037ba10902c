import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { ExportsMessages } from './messages.ts';

const plural = createPlural('es');

export const exports: ExportsMessages = {
  export: 'Exportar…',
  title: 'Exportar documentos',
  isPlain:
    'Lo que se escribe sale de la protección del espacio de trabajo: los textos quedan en la carpeta sin cifrar.',
  care: 'Solo usted puede leer la carpeta, y quien la reciba. Primero se lee y se cuenta todo: cuántos documentos y pacientes salen y qué no cabe en el formato. No se escribe nada antes de que usted diga que sí.',
  format: 'Formato',
  formats: {
    brat: 'brat: .txt y .ann',
    conll: 'CoNLL: columnas con etiquetas IOB2',
    doccano: 'doccano: líneas JSON',
    prodigy: 'Prodigy: líneas JSON',
    spacy: 'spaCy: líneas JSON',
    'label-studio': 'Label Studio',
    xmi: 'UIMA XMI, para INCEpTION',
    'bioc-json': 'BioC: JSON',
    csv: 'CSV: una tabla',
    xlsx: 'Excel: una tabla',
    omop: 'OMOP: NOTE y NOTE_NLP',
  },
  folder: 'Carpeta',
  folderHint: (name) => `Nueva o vacía. Relativa a ${name}, o absoluta.`,
  countFirst: 'Contar lo que saldría',
  working: {
    counting: (subject) => `Contando lo que sale de ${isolate(subject)}`,
    writing: (subject) => `Escribiendo ${isolate(subject)}`,
  },
  exportOf: (subject) => `Exportación de ${isolate(subject)}`,
  leaving: (documents, patients, characters) =>
    `${plural(documents, { one: '# documento', many: '# de documentos', other: '# documentos' })} de ${plural(patients, { one: '# paciente', many: '# de pacientes', other: '# pacientes' })}, ${characters} caracteres.`,
  withoutPatient: (count) =>
    plural(count, {
      one: '# documento no dice de quién es.',
      many: '# de documentos no dicen de quién son.',
      other: '# documentos no dicen de quién son.',
    }),
  holdsAll: 'El formato lo contiene todo.',
  cannotHold: 'El formato no puede contenerlo todo:',
  losses: {
    attributes: 'atributos de menciones, omitidos',
    'bytes-of-text': 'caracteres, sustituidos',
    carried: 'lo que el documento lleva de su propio formato, omitido',
    classes: 'clases de documentos, omitidas',
    columns: 'otras columnas, omitidas',
    'document-ids': 'nombres de documentos, omitidos',
    'document-facts': 'paciente, fecha, idioma o tipo, omitidos',
    'fragments-joined': 'menciones en trozos, unidas del primero al último',
    'names-changed': 'nombres de documentos, tipos o atributos, cambiados',
    origins: 'quién o qué hizo una anotación, omitido',
    'overlaps-flattened': 'menciones que solapan con otra más larga o anterior, omitidas',
    'spans-divided': 'menciones que siguen en la frase siguiente, divididas',
    'spans-widened': 'menciones que empiezan o acaban dentro de una palabra, ampliadas',
    spans: 'menciones, omitidas',
    'white-space': 'textos cuyos espacios cambian',
    'text-cut': 'textos que se cortan',
  },
  lost: 'Lo que se pierde',
  count: 'Número',
  ofWhich: 'De ello',
  typeWithCount: (type, count) => `${isolate(type)} (${count})`,
  question: (folder) =>
    `¿Escribirlos sin cifrar en ${isolate(folder)}? El registro de auditoría guarda quién exportó qué, cuánto, en qué formato y adónde.`,
  write: 'Escribir sin cifrar',
  takeBack: 'No escribir',
  stop: 'Parar',
  stopped: 'No se ha escrito nada.',
  done: (files, folder) =>
    `${plural(files, { one: '# archivo escrito', many: '# de archivos escritos', other: '# archivos escritos' })} en ${isolate(folder)}. No están cifrados.`,
  tokens: 'Tokens',
  tokensNote: 'Lo que un modelo leería de estos documentos',
  vocabularyOf: 'Vocabulario de',
  noModels:
    'Aún no hay ningún modelo en la biblioteca: importe uno para contar tokens con su vocabulario.',
  countTokens: 'Contar tokens',
  countingWith: (model) => `Contando tokens con ${isolate(model)}`,
  countStopped: 'Parado: no se ha contado nada.',
  tokenTotals: ({ tokens, longer, documents, limit, beyond, share }) =>
    `${tokens} tokens. Más largos que los ${limit} que un modelo lee de una vez: ${longer} de ${documents} documentos; más allá quedan ${beyond} tokens (${share}).`,
  tokenLengths: (list) => `Longitud en tokens: ${list}.`,
  longer: (limit) => `Más largos que ${limit}`,
  beyond: 'Tokens más allá',
  chosenFigures: 'De los documentos elegidos arriba',
  setLead: (version) => `Versión ${version}: estos documentos con estas anotaciones, para siempre.`,
};

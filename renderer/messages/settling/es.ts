import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { SettlingMessages } from './messages.ts';

const plural = createPlural('es');

export const settling: SettlingMessages = {
  navigation: (project) => `Partes de ${project}`,
  parts: {
    project: 'Documentos',
    next: 'Qué viene después',
    agreement: 'Concordancia',
    settling: 'Diferencias',
    corrections: 'Qué fue de lo mío',
  },

  agreementLead:
    'Hasta qué punto concuerdan personas que etiquetaron los mismos documentos sin saber unas de otras. Solo cuentan los documentos que han terminado todas las que los etiquetan.',
  marks: 'Marcas',
  marksNote:
    'F1 de las marcas: exacta donde coinciden tipo y lugar, solapada donde marcas de un tipo comparten un carácter. Se tome a quien se tome por verdad, es la misma.',
  classes: 'Clases',
  classesNote:
    'Alfa (Krippendorff) vale para cualquier número de personas, kappa (Fleiss) donde cada documento tiene las mismas; 1 es concordancia total, 0 la del azar.',
  pairs: 'De dos en dos personas',
  pairsNote: 'Kappa de Cohen, sin ponderar, de los documentos que ambas han terminado.',
  measures: {
    'span-f1-exact': 'F1 de las marcas, exacta',
    'span-f1-overlapping': 'F1 de las marcas, solapada',
    'nominal-alpha': 'Alfa de Krippendorff de las clases',
    'fleiss-kappa': 'Kappa de Fleiss de las clases',
    'cohen-kappa': 'Kappa de Cohen de las clases',
  },
  shortMeasures: {
    'span-f1-exact': 'F1 exacta',
    'span-f1-overlapping': 'F1 solapada',
    'nominal-alpha': 'Alfa',
    'fleiss-kappa': 'Kappa de Fleiss',
    'cohen-kappa': 'Kappa de Cohen',
  },
  type: 'Tipo',
  className: 'Clase',
  allTypes: 'Todos los tipos',
  allClasses: 'Todas las clases',
  persons: 'Personas',
  pair: (first, second) => `${isolate(first)} y ${isolate(second)}`,
  documents: 'Documentos',
  markCount: 'Marcas de todas',
  givenCount: 'Dada a',
  within: (lower, upper) => `[${lower}, ${upper}]`,
  rests: (documents) =>
    plural(documents, {
      one: 'en # documento',
      other: 'en # documentos',
      many: 'en # de documentos',
    }),
  notDefined: 'no definida',
  undefinedBecause: {
    'no-shared-documents': 'dos personas no han terminado ningún documento común',
    'one-category': 'todas dieron lo mismo a todo: el azar basta para explicarlo',
    'nothing-marked': 'nadie marcó nada',
    'uneven-raters': 'los documentos fueron etiquetados por distinto número de personas',
  },
  withoutInterval: {
    'too-few-groups': 'sin intervalo: menos de diez pacientes o documentos',
    'often-undefined': 'sin intervalo: demasiadas veces no definida al volver a sortear',
    'no-spread': 'sin intervalo: igual, se sortee como se sortee',
  },

  settlingLead:
    'Documentos que han terminado dos personas; lo que ambas dieron ya no se puede cambiar. Aquí se resuelve una diferencia tras otra.',
  settleNext: 'Resolver el siguiente',
  found: (count) =>
    plural(count, { one: '# documento', other: '# documentos', many: '# de documentos' }),
  document: 'Documento',
  differences: 'Diferencias',
  decided: 'Decididas',
  state: 'Estado',
  states: { open: 'Abierto', settled: 'Resuelto', agreed: 'Sin diferencias' },
  noPairs: 'Dos personas aún no han terminado ningún documento',
  noPairsHint:
    'Un proyecto dice qué parte de sus documentos etiquetan dos personas. Sus diferencias aparecen aquí cuando ambas han terminado.',

  progressOf: (document) => `Diferencias decididas en ${document}`,
  place: (place, count) => `Diferencia ${place} de ${count}`,
  kinds: {
    class: 'Clase',
    missing: 'Marcado solo por una',
    type: 'Tipo',
    boundary: 'Comienzo o final',
    attributes: 'Atributos',
  },
  hidden:
    'Quién está a la izquierda y quién a la derecha se sortea en cada diferencia; no se dicen nombres.',
  sides: { left: 'Izquierda', right: 'Derecha' },
  keep: {
    left: 'Conservar izquierda',
    right: 'Conservar derecha',
    both: 'Conservar ambas',
    neither: 'Ninguna',
  },
  kept: {
    left: 'izquierda conservada',
    right: 'derecha conservada',
    both: 'ambas conservadas',
    neither: 'ninguna conservada',
  },
  nothing: 'nada',
  open: 'abierta',
  takeBack: 'Volver a abrir',
  allSettled: 'Todas las diferencias de este documento están resueltas.',
  noDifferences: 'Ambas dieron lo mismo a este documento.',
  nextDocument: 'Documento siguiente',
  backToList: 'Todas las diferencias',
  markOfSide: { left: (label) => `izquierda: ${label}`, right: (label) => `derecha: ${label}` },
  spoken: (place, kind, left, right) => `${place}, ${kind}. Izquierda: ${left}. Derecha: ${right}`,

  correctionsLead:
    'Dónde sus etiquetas diferían de las de otra persona, y qué se conservó al resolverlo.',
  mine: 'La mía',
  other: 'La otra',
  outcome: 'Se conservó',
  outcomes: { mine: 'la mía', other: 'la otra', both: 'ambas', neither: 'ninguna' },
  noCorrections: 'Aún no se ha resuelto nada suyo',
  noCorrectionsHint:
    'Cuando alguien resuelva las diferencias de un documento que usted y otra persona etiquetaron, aparecerá aquí.',
  allAgreed: 'Sin diferencias: ambas dieron lo mismo.',
  earlier: 'Anteriores',
  later: 'Posteriores',
  pageOf: (from, to, total) => `${from} a ${to} de ${total}`,

  freeze: 'Congelar…',
  freezeTitle: (project) => `Congelar etiquetas de ${isolate(project)}`,
  freezeLead:
    'Hace la siguiente versión de un conjunto etiquetado, sobre el que se ejecutan estudios y que se puede exportar. Ya no cambia, se etiquete lo que se etiquete después.',
  setName: 'Nombre del conjunto',
  whose: 'Etiquetas',
  settledLabels: 'en que todas concuerdan, o según lo resuelto',
  labelsOf: (person) => `de ${isolate(person)}`,
  slice: 'Documentos',
  slices: {
    all: 'todos',
    test: 'los sorteados para una prueba',
    rest: 'todos menos los sorteados para una prueba',
  },
  freezeNow: 'Congelar',
  frozen: (name, version, documents) =>
    `${isolate(name)}, versión ${version}, tiene ${plural(documents, { one: '# documento', other: '# documentos', many: '# de documentos' })}.`,
  leftOut: {
    open: (count) =>
      plural(count, {
        one: '# documento no lo han terminado todas las personas que lo etiquetan: queda fuera.',
        other:
          '# documentos no los han terminado todas las personas que los etiquetan: quedan fuera.',
        many: '# de documentos no los han terminado todas las personas que los etiquetan: quedan fuera.',
      }),
    unsettled: (count) =>
      plural(count, {
        one: '# documento tiene diferencias sin resolver: queda fuera.',
        other: '# documentos tienen diferencias sin resolver: quedan fuera.',
        many: '# de documentos tienen diferencias sin resolver: quedan fuera.',
      }),
    others: (count) =>
      plural(count, {
        one: '# documento no fue etiquetado por esta persona: queda fuera.',
        other: '# documentos no fueron etiquetados por esta persona: quedan fuera.',
        many: '# de documentos no fueron etiquetados por esta persona: quedan fuera.',
      }),
  },
  toSet: 'Verlo y exportarlo',
};

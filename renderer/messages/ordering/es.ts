import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { OrderingMessages } from './messages.ts';

const plural = createPlural('es');

export const ordering: OrderingMessages = {
  lead: 'Qué documentos reciben las personas a continuación. Lo empezado queda en su sitio y nadie tiene que esperar mientras un modelo piensa.',
  first: 'Primero: la parte de prueba',
  noTest:
    'Al crear este proyecto no se sortearon documentos para una prueba. Lo que elige un modelo no es una muestra justa: una prueba con ello diría demasiado poco.',
  test: (documents) =>
    plural(documents, {
      one: '# documento se sorteó al crear el proyecto y va primero. Ningún modelo lo elige, sugiere en él ni aprende de él.',
      many: '# de documentos se sortearon al crear el proyecto y van primero. Ningún modelo elige entre ellos, sugiere en ellos ni aprende de ellos.',
      other:
        '# documentos se sortearon al crear el proyecto y van primero. Ningún modelo elige entre ellos, sugiere en ellos ni aprende de ellos.',
    }),
  testDone: 'Hecho de la parte de prueba',
  testDoneOf: (done, all) => `${done} de ${all} hechos`,
  rest: 'Después: el resto',
  ways: {
    listed: 'En orden',
    random: 'Al azar',
    uncertain: 'Lo que menos seguro tiene el modelo',
    likely: 'Lo que probablemente tiene una etiqueta',
  },
  wayNotes: {
    listed: 'como los documentos entraron en el espacio de trabajo',
    random: 'lo mismo con la misma semilla',
    uncertain: 'y no todo del mismo tipo: lo que más le enseña',
    likely: 'para encontrar lo poco frecuente',
  },
  likelyOf: (label) => `Lo que probablemente tiene ${isolate(label)}`,
  asMade: 'Como al crear el proyecto.',
  orderedAt: (moment) => `Ordenado: ${moment}.`,
  orderedBy: (moment, person) => `Ordenado: ${moment}, por ${isolate(person)}.`,
  chosen: (documents) =>
    plural(documents, {
      one: 'Se eligió # documento.',
      many: 'Se eligieron # de documentos.',
      other: 'Se eligieron # documentos.',
    }),
  byModel: 'Por el modelo',
  learned: (documents, labels, set, version) =>
    `Aprendió de ${plural(labels, { one: '# etiqueta', many: '# de etiquetas', other: '# etiquetas' })} de ${plural(documents, { one: '# documento', many: '# de documentos', other: '# documentos' })}: ${isolate(set)}, versión ${version}.`,
  learnedElsewhere: 'Aprendió en otro lugar, no de un conjunto de este espacio de trabajo.',
  learnable: 'Hechos por todos los que los etiquetan; un modelo puede aprender de ellos',
  untouched: 'Sin empezar por nadie; se pueden ordenar',
  order: 'Ordenar el resto',
  model: 'Modelo',
  noModel:
    'Ningún modelo conoce todavía estas etiquetas. Haga aprender uno más abajo o importe uno en Modelos.',
  label: 'Etiqueta',
  seed: 'Semilla',
  orderNow: (documents) =>
    plural(documents, {
      one: 'Ordenar # documento',
      many: 'Ordenar # de documentos',
      other: 'Ordenar # documentos',
    }),
  workNames: { order: 'Ordenando el resto', suggest: 'Sugiriendo etiquetas' },
  workDone: {
    order: (documents) =>
      plural(documents, {
        one: '# documento va ahora primero.',
        many: '# de documentos van ahora primero.',
        other: '# documentos van ahora primero.',
      }),
    suggest: (documents) =>
      plural(documents, {
        one: 'El modelo leyó # documento.',
        many: 'El modelo leyó # de documentos.',
        other: 'El modelo leyó # documentos.',
      }),
  },
  workStopped: 'Detenido.',
  busyElsewhere: 'Un modelo está trabajando, en otro proyecto o con otra cosa.',
  stop: 'Detener',
  training: 'Hacer aprender un modelo',
  learnsFrom: (documents) =>
    documents === 0
      ? 'Todavía no hay de qué aprender: fuera de la parte de prueba, ningún documento está hecho por todos los que lo etiquetan.'
      : plural(documents, {
          one: 'Aprende de # documento hecho por todos los que lo etiquetan, sin la parte de prueba. Las personas siguen mientras tanto.',
          many: 'Aprende de # de documentos hechos por todos los que los etiquetan, sin la parte de prueba. Las personas siguen mientras tanto.',
          other:
            'Aprende de # documentos hechos por todos los que los etiquetan, sin la parte de prueba. Las personas siguen mientras tanto.',
        }),
  startFrom: 'Partir de',
  howMuch: 'Qué aprende',
  headOnly: 'solo la cabeza: minutos',
  wholeModel: 'todo el modelo: mejor, y horas si es grande',
  train: 'Aprender de lo etiquetado',
  trainingOf: (study) => `Progreso de ${study}`,
  made: 'Hizo el modelo',
  soFar: (project) => `${project} (hasta ahora)`,
  modelOf: (project, labels) => `Modelo de ${project}: ${labels}`,
  askAhead: 'Preguntarle por adelantado mientras etiqueto',
  askAheadNote: 'Los documentos siguientes se leen antes de que usted llegue a ellos.',
  suggestEverywhere: 'Sugerir en todo el proyecto',
  lookedUp: 'Buscando palabras',
  lookUpStopped: 'Detenido. Lo sugerido hasta entonces queda.',
};

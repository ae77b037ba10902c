import type { WarningsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, percentage, list, score } = createNumbers('es');
const plural = createPlural('es');

export const warnings: WarningsWording = {
  oldResults:
    'Estos resultados ya existían antes de que el estudio recibiera su plan o se iniciara por última vez, y aún no se han comparado con el plan y los datos actuales.',
  runFailed: (code) => `La ejecución falló con ${code}.`,
  anError: 'un error',
  mixedEngines: (engines) =>
    `Sus ejecuciones se calcularon con ${engines.join(' y ')}; los resultados de motores distintos difieren ligeramente.`,
  notesCut: (notes, maxTokens, lost, unread) =>
    `${plural(notes, { one: '# nota superaba', many: '# de notas superaban', other: '# notas superaban' })} los ${maxTokens} tokens y ${plural(notes, { one: 'perdió', many: 'perdieron', other: 'perdieron' })} su ${lost === 'end' ? 'final' : 'parte central'}${unread > 0 ? `: no se vio el ${percentage(unread)} de todo el texto` : ''}.`,
  readInWindows: (items, kind, maxTokens) =>
    `${count(items)} ${kind !== 'entities' ? 'notas' : 'oraciones'} superaban los ${maxTokens} tokens y se leyeron en varias ventanas.`,
  lockedOut: (units, parts) => `Omitido por el conjunto de prueba bloqueado (${units}): ${parts}.`,
  lockedDocument: (found) => `${count(found)} de ese conjunto`,
  lockedPatient: (found) => `${count(found)} de sus pacientes`,
  lockedText: (found) => `${count(found)} casi iguales a uno de él o a una parte`,
  lockedForLastTest: (sets) =>
    `Bloqueado para una última prueba: ${sets.join(' y ')}. Ningún corpus ni ninguna tarea de este estudio ha leído sus documentos, otros de sus pacientes, ni lo que es casi igual.`,
  setVersion: (set, version) => `${set} versión ${version}`,
  repeated: (kind, repeats) =>
    `${count(repeats)} de las ${kind !== 'entities' ? 'notas' : 'oraciones con entidades'} evaluadas tienen el mismo texto que otra de la que se aprendió en esa partición (fold): las cifras son mejores de lo que serían con texto nuevo.`,
  ungroupedAll: (kind, group) =>
    `Ninguna de las ${kind !== 'entities' ? 'notas' : 'oraciones'} indica ${group}: se repartieron una a una entre las particiones (folds), de modo que lo que va junto puede haberse aprendido y evaluado a la vez.`,
  ungroupedSome: (kind, group, without) =>
    `${count(without)} de las ${kind !== 'entities' ? 'notas' : 'oraciones'} no indican ${group}: se repartieron una a una entre las particiones (folds), de modo que lo que va junto puede haberse aprendido y evaluado a la vez.`,
  patient: 'el paciente',
  document: 'el documento',
  patientOrDocument: 'el paciente o el documento',
  notInEveryFold: (labels, kind) =>
    `No están en todas las particiones (folds): ${labels}. Sus propias cifras son medias de las particiones en las que aparecen; ${kind !== 'entities' ? 'las medias macro las cuentan como 0 en las demás' : 'las medias macro de las demás las omiten, o las cuentan como 0 donde un modelo las nombra'}.`,
  inOneFold: (labels, kind) =>
    `En una sola partición (fold): ${labels}. Allí se evalúan sin haberse aprendido y en las demás se aprenden en vano; ${kind !== 'entities' ? 'las medias macro las cuentan como 0 en las demás' : 'las medias macro de las demás las omiten, o las cuentan como 0 donde un modelo las nombra'}.`,
  neverFound: (models, labels) =>
    `En ninguna partición (fold) encontró ${models} un solo ejemplo de ${labels}.`,
  corpusHoldsTexts: (corpus, contained, judged, kind) =>
    `El corpus «${corpus}» contiene la mayoría de las palabras de ${count(contained)} de las ${count(judged)} ${kind !== 'entities' ? 'notas' : 'oraciones'} de ocho palabras o más, en el mismo orden. Lo que se entrena con él las ha leído antes de que se evalúen, sin sus etiquetas: con texto que no haya leído puede rendir peor.`,
  startFrom: (models, what) =>
    `${list(models.map((model) => `«${model}»`))} ${models.length === 1 ? 'parte' : 'parten'} de un modelo ${what}`,
  fineTunedOn: (set, model) => `que se ajustó, con etiquetas, con «${set}» (${model})`,
  hasRead: (text, model) => `que ha leído «${text}» (${model})`,
  trainingForgotten: (model) =>
    `que procede de «${model}», del que el espacio de trabajo ya no sabe con qué se entrenó: no se puede comparar si había textos de esta tarea.`,
  veryData: (by) =>
    `${by}, que son los mismos datos de esta tarea: se le dieron las respuestas antes de evaluarlo, y sus cifras no dicen nada de texto nuevo.`,
  textGone: (by) =>
    `${by}, que el espacio de trabajo ya no tiene: no se puede comparar si contiene textos de esta tarea.`,
  taughtTexts: (by, contained, judged, kind) =>
    `${by}, que contiene la mayoría de las palabras de ${count(contained)} de las ${count(judged)} ${kind !== 'entities' ? 'notas' : 'oraciones'} comparadas: aprendió con ellas antes de evaluarse con ellas, y sus cifras son mejores de lo que serían con texto nuevo.`,
  readTexts: (by, contained, judged, kind) =>
    `${by}, que contiene la mayoría de las palabras de ${count(contained)} de las ${count(judged)} ${kind !== 'entities' ? 'notas' : 'oraciones'} de ocho palabras o más, en el mismo orden: las ha leído antes de que se evalúen, sin sus etiquetas, y con texto que no haya leído puede rendir peor.`,
  learnedInVain: (labels) =>
    `En una sola partición (fold): ${labels}. Allí se evalúan sin haberse aprendido y en las demás se aprenden en vano.`,
  missingFromFolds: (labels) =>
    `Faltan en algunas particiones (folds), que por tanto no las evalúan: ${labels}.`,
  baselineUnshown: (model, baseline, metric, own, other) =>
    `${model} es mejor que la referencia ${baseline} (${metric} ${score(own)} frente a ${score(other)}), pero puede ser azar: los pliegues no lo demuestran.`,
  baselineUnbeaten: (model, baseline, metric, own, other) =>
    `${model} no es mejor que la referencia ${baseline} (${metric} ${score(own)} frente a ${score(other)}): cuesta más y no aporta más.`,
  nearlySame: (unit, tested, near, exact) =>
    `De las ${count(tested)} ${unit === 'notes' ? 'notas evaluadas' : 'frases evaluadas de ocho palabras o más'}, ${count(near)} son casi iguales a una de la que se aprende en ese pliegue${exact > 0 ? `, ${count(exact)} de ellas palabra por palabra` : ''}: las cifras son mejores que las de un texto nuevo. contamination.csv enumera los pares.`,
  sameDivisions: (distinct, repeats) =>
    `De ${repeats} divisiones en particiones solo ${distinct} son distintas: tan pocos grupos apenas pueden dividirse de otro modo, y las demás dicen lo mismo otra vez. Use menos repeticiones.`,
  undated: (kind, undated, all) =>
    `${count(undated)} de ${count(all)} ${kind !== 'entities' ? 'notas' : 'oraciones'} no tienen fecha: las particiones son períodos, y de estas ni se aprende ni se evalúan.`,
  testedBeforeLearned: (labels) =>
    `Evaluadas en un período antes de que hubiera un ejemplo anterior del que aprender: ${labels}.`,
  unevenFolds: 'La partición (fold) más grande es más del doble que la más pequeña.',
  learnedAs: (pairs, source) => `Las etiquetas de ${source} se aprenden como: ${pairs}.`,
  leftOutOfSource: (kind, parts) =>
    `Omitidas del origen (${kind !== 'entities' ? 'notas' : 'oraciones'}): ${parts}.`,
  unmappedNotes: (found) => `${count(found)} de clases que el destino no tiene`,
  ofTargetPatients: (found) => `${count(found)} de pacientes del destino`,
  likeTarget: (found) => `${count(found)} casi iguales a una del destino`,
  negativeTransfer: (model, by, lower, upper) =>
    `Con el origen, ${model} rinde peor en el destino que sin él: ${score(by)} (95 % de ${score(lower)} a ${score(upper)}).`,
  runLeftOut:
    'La ejecución se omitió a petición; las comparaciones que la necesitan quedan sin veredicto.',
};

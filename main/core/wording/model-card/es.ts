import { createNumbers } from '../numbers.ts';
import type { ModelCardWording } from './en.ts';

const { count } = createNumbers('es');

export const modelCard: ModelCardWording = {
  title: (model) => `${model} – ficha del modelo`,
  kind: 'Ficha del modelo',
  use: 'Uso previsto',
  useCaption: 'Para qué está pensado',
  'use-masked-language-model':
    'Un modelo de lenguaje: para el ajuste fino con textos como los de su entrenamiento y para completar palabras enmascaradas. No decide nada por sí mismo.',
  'use-sequence-classification':
    'Clasifica textos como los de su entrenamiento, para que una persona los revise.',
  'use-token-classification':
    'Marca entidades en textos como los de su entrenamiento, para que una persona las revise.',
  'use-none': 'El codificador sin cabeza: un comienzo para seguir entrenando.',
  classes: 'Clases',
  intendedUse: 'Uso previsto',
  population: 'Población',
  model: 'Modelo',
  modelCaption: 'De qué está hecho',
  family: 'Familia',
  parameters: 'Parámetros',
  shape: 'Capas × tamaño oculto × cabezas',
  vocabulary: 'Vocabulario',
  pieces: (pieces) => `${count(pieces)} piezas`,
  longest: 'Texto más largo',
  tokens: (tokens) => `${count(tokens)} tokens`,
  origin: 'De dónde viene',
  originNote:
    'El primero de la línea, arriba. Los datos se nombran por su hash, de sus archivos y de cómo se leyeron; con qué se entrenó en otro lugar un modelo importado no se sabe aquí.',
  originCaption: 'La línea del modelo y lo que cada uno ha leído',
  step: 'Paso',
  data: 'Datos',
  imported: 'importado',
  extended: 'vocabulario ampliado',
  'pre-trained': 'preentrenado',
  'fine-tuned': 'ajustado',
  folder: 'carpeta de un punto de control',
  languages: 'idiomas',
  examples: (examples) => `${examples} ejemplos etiquetados`,
  lines: (lines) => `${lines} líneas`,
  training: 'Entrenamiento',
  noTraining: 'Ninguna ejecución de este espacio de trabajo lo ha entrenado.',
  settings: 'Ajustes',
  results: 'Resultados',
  'measured-own-fold':
    'Entrenado con todas las particiones de una validación cruzada menos una. Las cifras de todos los ejemplos probados son de los modelos de todas las particiones, entrenados del mismo modo; la tabla de particiones es de este modelo, en la partición de la que no aprendió.',
  'measured-folds-alike':
    'Entrenado con todas las etiquetas, así que no queda ninguna con que medirlo: qué esperar de él lo dicen modelos entrenados del mismo modo con todas las particiones de una validación cruzada menos una, cada uno medido en ella.',
  'measured-descendants':
    'No el modelo mismo, sino lo que resultó de su ajuste fino con todas las particiones de una validación cruzada menos una, medido en ella.',
  notJudged:
    'No se conocen intervalos ni calibración: no se han juzgado las puntuaciones de los ejemplos.',
  foldsCaption: (task) => `${task}: cada partición medida`,
  releases: 'Versiones publicadas',
  releaseCaption: (number, name) => `Versión publicada ${count(number)}: ${name}`,
  releasedBy: 'Publicada por',
  releasedAt: 'Publicada el',
  until: 'No se criba ninguna nota desde el',
  replacedBy: 'Sustituida por la versión',
  standing: 'Estado',
  forUse: 'Para el uso, dentro de sus fechas.',
  forTrial: 'Solo a prueba.',
  limits: 'Límites',
  ofCheckpoint:
    'Empezó con un modelo importado, cuya licencia y cuyos límites siguen valiendo; lo que ese ha leído no se sabe aquí.',
  repeatsText:
    'Los pesos pueden repetir trozos del texto con que se entrenaron. No se ha examinado si estos lo hacen: guarde el modelo como guarda ese texto.',
  ownWords:
    'Su vocabulario contiene palabras frecuentes del texto para el que se hizo. Mire si hay nombres de personas entre ellas antes de que salga.',
  otherText:
    'Los textos de otro hospital, idioma o época pueden leerse peor: mida antes de usarlo.',
  noDevice: 'No es un producto sanitario: decide una persona.',
};

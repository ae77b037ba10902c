import type { FieldMeaningsWording } from './en.ts';

export const fieldMeanings: FieldMeaningsWording = {
  name: 'La clave del estudio en el espacio de trabajo y en los nombres de archivo; otro nombre es otro estudio.',
  title: 'Cómo se lee en tablas e informes; cambiarlo no cuesta nada.',
  description: 'Para qué es el estudio, en sus propias palabras; no determina ningún resultado.',
  seed: 'El número del que sale todo el azar: con el mismo se puede repetir el estudio.',
  engine: 'Con qué se calcula; el más rápido de este equipo si no se nombra ninguno.',
  precision:
    'Con qué exactitud se calcula al entrenar: mixta es más rápida en algunos procesadores gráficos.',
  unit: 'Qué parte de un archivo de texto se toma por un documento.',
  textColumn: 'La columna de la tabla que contiene el texto.',
  lineUnit: 'De qué hace una línea la limpieza, y qué se compara al omitir repeticiones.',
  encoding: 'Cómo escriben los archivos las letras con tilde, si no se reconoce bien.',
  copiedForward:
    'Qué se hace con los párrafos que ya tiene un documento anterior del mismo paciente.',
  nearDuplicatesOfCorpus:
    'Qué se hace con los documentos casi iguales a uno anterior; los que quedan se aprenden dos veces.',
  language: 'Solo documentos en este idioma.',
  documentKind: 'Solo documentos de este tipo, por ejemplo cartas.',
  from: 'Solo documentos de este día o posteriores; los que no tienen fecha se omiten.',
  to: 'Solo documentos de este día o anteriores, con el día incluido.',
  size: 'Cuántos trozos de palabras conoce el modelo; con más, los textos son más cortos y el modelo más grande.',
  minFrequency: 'Cuántas veces deben ir juntos dos trozos para convertirse en uno.',
  lowercase: 'Si las mayúsculas se leen como minúsculas; la diferencia se pierde.',
  limitAlphabet:
    'Cuántos caracteres distintos se conocen; las palabras con otros más raros son desconocidas.',
  addedTokens: 'Como máximo, tantas palabras de los textos pasan a ser un trozo propio.',
  minFrequencyOfWord: 'Las palabras más raras en los textos no pasan a ser un trozo propio.',
  layers: 'La profundidad del modelo; el tiempo y la memoria crecen en proporción.',
  hiddenSize: 'La anchura del modelo; el tiempo crece más o menos con su cuadrado.',
  heads: 'En cuántas partes mira el texto cada capa; la anchura debe ser un múltiplo.',
  intermediateSize: 'La anchura interior de cada capa, normalmente cuatro veces la anchura.',
  maxPositions: 'El texto más largo que leerá el modelo, en tokens (trozos de palabras).',
  epochs:
    'Cuántas veces recorre el entrenamiento todos los ejemplos; el tiempo crece en proporción.',
  maxTokens:
    'Cuánto de un texto se lee a la vez, en tokens (trozos de palabras); más exige más tiempo y memoria.',
  batchSize: 'Cuántos textos se calculan a la vez; menos exige menos memoria.',
  accumulation:
    'Cuántos lotes se reúnen antes de cambiar el modelo; así los lotes pequeños entrenan como los grandes.',
  maskedFraction: 'Qué parte de los tokens debe adivinar el modelo, de 0 a 1.',
  rows: 'Si las filas se llenan con una línea tras otra o cada línea tiene su propia fila.',
  weighting:
    'Cuánto de una época es cada corpus: según su tamaño, todos igual, o entre ambos con una temperatura.',
  use: 'Con qué estado sigue el estudio: el mejor en el texto apartado, o el último; se guardan ambos.',
  patience:
    'Cuántas veces seguidas puede medirse el texto apartado sin un nuevo mejor antes de que termine el entrenamiento.',
  heldOutFraction:
    'De los documentos de cada texto, de 0,001 a 0,5; los pacientes quedan enteros donde se conocen.',
  heldOutPoints: 'Cuántas veces se mide cada entrenamiento por el camino; cada una tarda un poco.',
  heldOutWords:
    'Como máximo se leen tantas palabras de cada texto en cada medición, siempre las mismas.',
  heldOutTokens: 'Las líneas más largas se cortan ahí al medir, en tokens (trozos de palabras).',
  wholeWords:
    'Si se ocultan juntos todos los trozos de una palabra, lo que es más difícil de adivinar.',
  learningRate:
    'Cuánto cambia el modelo en cada paso: demasiado olvida, demasiado poco no aprende.',
  weightDecay: 'Con qué fuerza se acercan los pesos a cero, para que no aprenda de memoria.',
  warmupFraction: 'La parte de los pasos en que la tasa de aprendizaje sube a su valor pleno.',
  maxGradientNorm:
    'Lo grande que puede ser un paso como máximo, para que ningún lote deshaga lo aprendido.',
  dropout:
    'La parte del modelo que se apaga al azar durante el entrenamiento, para que no aprenda de memoria.',
  frozenEncoder:
    'Entrenar solo la cabeza, con lo que el codificador dice una vez de cada texto; minutos en lugar de horas, casi siempre peor.',
  earlyStopShare:
    'De los ejemplos de los que aprende una partición, de 0,05 a 0,5, por grupos enteros; nunca de aquellos con los que se evalúa.',
  earlyStopPatience:
    'Cuántas épocas seguidas pueden pasar sin una mejor antes de que termine el entrenamiento.',
  earlyStopMeasure: 'Qué hace mejor una época en los ejemplos retenidos.',
  draws:
    'Cuántas veces se sortean los ejemplos, al menos diez; los mismos sorteos para cada modelo.',
  epochsOfDraws: 'Fijas, para que el destino no elija nada.',
  withoutSource:
    'Si los modelos aprenden también los mismos ejemplos sin el origen, lo que dice qué aporta el origen.',
  layerDecay:
    'Cuánto más despacio aprende cada capa más profunda, como factor hasta 1; si está vacío, todas aprenden igual.',
  baselines:
    'Métodos sencillos que un modelo debe superar, en las mismas particiones; cada uno tarda segundos.',
  screening:
    'La sensibilidad para la que se elige un umbral y la frecuencia de la clase donde se usará el modelo.',
  keywords:
    'Términos que deciden por sí mismos la clase, salvo negados, para la referencia de ese nombre.',
  labelsOfSeveral:
    'Por etiqueta tal como está en los datos: cómo la llama la tarea, o null para ignorarla; sus notas se quedan.',
  minimumCountOfSeveral:
    'Se ignoran las etiquetas de las que hay menos notas, o que solo tiene un paciente; sus notas se quedan.',
  labelThreshold:
    'La probabilidad a partir de la cual una nota recibe una etiqueta: una para todas, o por etiqueta.',
  unlabelled:
    'Omitidas, porque quizá nadie las etiquetó, o notas a las que no corresponde ninguna etiqueta.',
  labelsColumn: 'La columna de la tabla que contiene las etiquetas de una nota.',
  labelSeparator: 'Lo que hay entre las etiquetas de una nota, como un punto y coma.',
  classWeights:
    'Cuánto cuenta una nota de cada clase al entrenar: equilibrado evita que una clase rara se pierda.',
  longNotes:
    'Qué se lee de las notas demasiado largas: las ventanas leen todo y tardan más, las otras omiten texto.',
  positiveClass: 'De dos clases, la que se busca; la más rara si no se nombra.',
  labels: 'Otros nombres para clases o tipos, para unirlos u omitirlos.',
  minimumCount: 'Las clases o tipos con menos ejemplos se omiten.',
  keepModels:
    'Si los pesos de cada partición quedan en el espacio de trabajo; cada uno ocupa tanto como el modelo.',
  finalModel:
    'Si al final cada modelo se entrena también con todas las etiquetas, para usarlo con textos nuevos; un entrenamiento más cada uno.',
  foldsBy:
    'Por sorteo si está vacío; por tiempo, cada partición evalúa un período y aprende de lo anterior: lo que un modelo encuentra cuando se pone a trabajar.',
  repeats:
    'Cuántas veces se dividen de nuevo los ejemplos en particiones; una si está vacío. El tiempo crece en proporción.',
  folds:
    'En cuántas partes se dividen los ejemplos; cada una la prueba una vez un modelo entrenado con las demás, y el tiempo crece en proporción.',
  types: 'Solo estos tipos de entidad, uno por línea; todos si está vacío.',
  groupByDocument: 'Si las oraciones de un documento nunca se aprenden y se prueban a la vez.',
  nearDuplicatesOfSet:
    'Si los documentos casi iguales quedan en una misma partición, para que ninguno se pruebe con una copia.',
  labelColumn: 'La columna de la tabla que contiene la clase de una nota.',
  idColumn: 'La columna que nombra una nota, para poder encontrarla.',
  groupColumn: 'La columna que nombra al paciente: todas sus notas quedan del mismo lado.',
  tagColumn: 'Qué columna del archivo contiene la etiqueta, contada desde 0; vacío se reconoce.',
  wordColumn: 'Qué columna del archivo contiene la palabra, contada desde 0; vacío se reconoce.',
};

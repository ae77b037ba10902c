import { createPlural } from '#contract/language.ts';
import type { LibraryMessages } from './messages.ts';

const plural = createPlural('es');

export const library: LibraryMessages = {
  title: 'Modelos',
  lead: 'Lo que se incorporó y lo que los estudios hicieron con ello. Todo está cifrado en el espacio de trabajo.',
  allModels: 'Todos los modelos',
  freeSpace: 'Liberar espacio…',
  importModel: 'Importar un modelo…',
  verify: 'Verificar',
  export: 'Exportar',
  exportForm: 'Exportar…',
  keep: 'Conservar',
  keepHint: 'Los modelos marcados se conservan cuando se eliminan los sustituidos',
  doNotKeep: 'No conservar',
  remove: 'Eliminar…',
  inPlans: 'En planes y órdenes:',
  origins: {
    imported: 'Importado',
    extended: 'Vocabulario ampliado',
    'pre-trained': 'Preentrenado',
    'fine-tuned': 'Ajustado',
    superseded: 'Sustituido',
  },
  originIn: (origin, study) => `${origin} en ${study}`,
  inStudy: (study) => `en ${study}`,
  fromModel: (model) => `a partir de ${model}`,
  heads: {
    'masked-language-model': 'completa palabras enmascaradas',
    'sequence-classification': 'clasifica textos',
    'token-classification': 'marca entidades en el texto',
  },
  bareEncoder: 'codificador sin cabeza',
  standings: {
    imported: 'Se incorporó a la biblioteca y no pertenece a ningún estudio.',
    chosen: 'Un usuario decidió conservarlo.',
    exported: 'Se exportó.',
    start: 'El plan de un estudio parte de él.',
    newest: 'Es el más reciente de su clase en su estudio.',
    ancestor: 'Un modelo que se conserva se hizo a partir de él.',
    repeated: 'Su ejecución se repitió con otros ajustes o datos.',
    replaced: 'La misma ejecución lo hizo de nuevo tras una interrupción.',
  },
  superseded: 'sustituido',
  kept: 'conservado',
  exported: 'exportado',
  columns: {
    name: 'Modelo',
    origin: 'Origen',
    family: 'Arquitectura',
    parameters: 'Parámetros',
    size: 'Tamaño',
    vocabulary: 'Vocabulario',
    languages: 'Idiomas',
    stored: 'Guardado',
  },
  sortedAscending: (column) =>
    `Los modelos de este espacio de trabajo, en orden ascendente por «${column}». Elija una columna para ordenar por ella.`,
  sortedDescending: (column) =>
    `Los modelos de este espacio de trabajo, en orden descendente por «${column}». Elija una columna para ordenar por ella.`,
  findModel: 'Buscar un modelo',
  findExample: 'Nombre, estudio, idioma…',
  whatItDoes: 'Qué hace',
  any: 'Todos',
  whereFrom: 'De dónde procede',
  everywhere: 'De cualquier lugar',
  study: 'Estudio',
  quoted: (words) => `«${words}»`,
  noneMatches: (filter) => `Ningún modelo coincide con ${filter}`,
  stillThere: (count) =>
    plural(count, {
      one: 'El # modelo sigue ahí.',
      many: 'Los # de modelos siguen ahí.',
      other: 'Los # modelos siguen ahí.',
    }),
  clearFilter: 'Quitar el filtro',
  shownModels: 'Modelos que se muestran',
  allShown: (count, bytes) =>
    `${plural(count, { one: '# modelo', many: '# de modelos', other: '# modelos' })}, ${bytes} de pesos.`,
  someShown: (shown, count, bytes) =>
    `${shown} de ${plural(count, { one: '# modelo', many: '# de modelos', other: '# modelos' })}, ${bytes} de pesos.`,
  noneShown: (count) =>
    plural(count, { one: '0 de # modelo.', many: '0 de # de modelos.', other: '0 de # modelos.' }),
  facts: 'Datos',
  shape: 'Capas × tamaño oculto',
  shapeOf: (layers, hiddenSize, heads) =>
    `${layers} × ${hiddenSize}, ${plural(heads, { one: '# cabeza', many: '# de cabezas', other: '# cabezas' })}`,
  longestText: 'Texto más largo',
  tokens: (count) => plural(count, { one: '# token', many: '# de tokens', other: '# tokens' }),
  pieces: (count) => plural(count, { one: '# pieza', many: '# de piezas', other: '# piezas' }),
  classes: 'Clases',
  weightsHash: 'SHA-256 de los pesos',
  lineage: 'De dónde procede',
  lineageNote: 'El primero de la línea, arriba. Los datos se nombran por su SHA-256',
  lineageTable: 'De dónde procede el modelo',
  step: 'Paso',
  data: 'Con',
  run: 'Ejecución',
  when: 'Cuándo',
  vocabularyOfStudy: (study) => `en el estudio ${study}`,
  measured: 'Mediciones',
  measuredNote:
    'Medias entre particiones de las ejecuciones que se ajustaron a partir de él o que lo hicieron',
  notMeasured: 'Aún sin medir',
  notMeasuredHint:
    'Úselo en el plan de un estudio: se evalúa partición por partición con sus notas etiquetadas.',
  measuredTable: 'Qué se midió del modelo',
  task: 'Tarea',
  folds: 'Particiones',
  metrics: 'Métricas',
  dependents: 'Qué depende de él',
  isStage: 'El estudio que lo preentrenó se basa en él.',
  noDependents: 'Ningún modelo se hizo a partir de él, y ningún plan de un estudio parte de él.',
  madeFromIt: 'Modelos que se hicieron a partir de él:',
  startFromIt: 'Estudios cuyos planes parten de él:',
  importNotes: 'En la importación',
  notesUnknown:
    'No consta: este modelo lo importó una versión anterior. Importe la carpeta de nuevo en un espacio de trabajo nuevo para ver qué faltaba.',
  notesNone: 'No faltaba ningún peso, y ninguno se omitió.',
  weights: (count) => plural(count, { one: '# peso', many: '# de pesos', other: '# pesos' }),
  importTitle: 'Importar un modelo',
  importFolder: 'Carpeta del modelo',
  importFolderHint: (folder) =>
    `En el equipo donde se ejecuta Anamnesis; con config.json, los pesos y el vocabulario. Una ruta relativa empieza en ${folder}`,
  importName: 'Nombre, si no es el de la carpeta',
  importNameRule: 'Letras minúsculas, cifras, punto, guion bajo y guion',
  import: 'Importar',
  workUnderWay: 'Espere a que termine el trabajo en curso',
  exportWrites:
    'Escribe una carpeta que abren transformers, transformers.js y onnxruntime, con una ficha del modelo y sumas de comprobación.',
  exportIsPlain:
    'No está cifrada, y los pesos pueden repetir fragmentos del texto con el que se entrenaron: proteja la carpeta como protege ese texto.',
  exportCare: 'El registro de auditoría deja constancia de que se escribió.',
  exportFolder: 'Carpeta nueva o vacía',
  exportFolderHint: (folder) =>
    `En el equipo donde se ejecuta Anamnesis. Una ruta relativa empieza en ${folder}`,
  smallerCopy: 'Exportar también una copia más pequeña',
  smallerCopyHint:
    'De cerca de la cuarta parte del tamaño (int8), junto al modelo en su tamaño completo (float32), para equipos con menos memoria. Las copias más pequeñas pueden responder de otro modo. Por eso se pregunta a ambos por textos de muestra de usted, y la copia se rechaza, indicando la cifra, si no responden lo mismo en al menos 99 de cada 100 casos.',
  sampleFile: 'Archivo de textos de muestra',
  sampleFileHint:
    'Texto sin formato, un texto por línea: al menos cien como los que leerá el modelo, y ninguno con el que se entrenó. Se quedan aquí; la ficha del modelo solo indica el SHA-256 del archivo. Un modelo grande tarda un rato en responder a todos',
  tasks: {
    import: (subject) => `Importando ${subject}`,
    verify: (subject) => `Comprobando ${subject}`,
    export: (subject) => `Exportando ${subject}`,
  },
  underWay: 'en curso',
  workOnModel: 'Trabajo sobre un modelo',
  showIt: 'Mostrarlo',
  copyDisagrees: (model) => `La copia más pequeña de ${model} no responde como el modelo.`,
  onYourTexts: 'En sus textos de muestra',
  neededAtLeast: 'Mínimo necesario',
  copyDisagreesHint:
    'Lo que se midió del modelo puede no valer para una copia así, por lo que no se escribió nada. El modelo en sí no ha cambiado: úselo en su tamaño completo. (El coseno medio indica cuánto se parecen las respuestas en bruto; 1 es igual.)',
  copyUnproven: (model) =>
    `Los textos de muestra no permiten saber si una copia más pequeña de ${model} responde como el modelo.`,
  neededButFound: (needed, found) => `Se necesita: ${needed}. Se encontró: ${found}.`,
  nothingWritten: 'Aún no se ha escrito nada; el formulario conserva lo introducido.',
  exportWithoutCopy: 'Exportar sin la copia más pequeña',
  intoFolder: (folder) => `en ${folder}`,
  removeQuestion: (model) => `¿Eliminar ${model}?`,
  removeConfirm: 'Eliminar el modelo',
  removeStage: (study) =>
    `No se puede eliminar: el estudio ${study} lo preentrenó y se basa en él.`,
  removeStageWithModels:
    'Estos modelos se hicieron a partir de él, y su línea se mantiene completa:',
  removeParent:
    'No se puede eliminar: estos modelos se hicieron a partir de él, y su línea se mantiene completa. Elimine antes estos:',
  removeLoses: (bytes) =>
    `Sus pesos, ${bytes}, se borran. Nadie puede recuperarlos, salvo de una copia de seguridad del espacio de trabajo. Lo que se midió con él se conserva.`,
  removeStopsPlans: 'Los planes de estos estudios parten de él; no se podrían volver a ejecutar:',
  removeIsFree: 'Ningún modelo y ningún plan de un estudio depende de él.',
  pruneQuestion: '¿Eliminar los modelos sustituidos?',
  pruneConfirm: (bytes) => `Eliminar y liberar ${bytes}`,
  looking: 'Buscando…',
  nothingSuperseded: (count) =>
    plural(count, {
      one: 'Nada está sustituido: el # modelo aún se necesita.',
      many: 'Nada está sustituido: los # de modelos aún se necesitan.',
      other: 'Nada está sustituido: los # modelos aún se necesitan.',
    }),
  pruneExplained: (kept) =>
    `Un estudio que se ejecuta de nuevo con otros ajustes deja atrás los modelos de su ejecución anterior. No se pierde nada de ningún resultado. Se conserva lo que se importó, se exportó o se marcó para conservar, y el más reciente de cada modelo de un estudio: ${plural(kept, { one: '# modelo', many: '# de modelos', other: '# modelos' })}.`,
  pruneList: 'Qué se elimina',
  pruneOfStudy: (study, moment) => `de ${study}, ${moment}`,
  unusedFiles: (count) =>
    plural(count, {
      one: '# archivo al que nada hace referencia',
      many: '# de archivos a los que nada hace referencia',
      other: '# archivos a los que nada hace referencia',
    }),
  pruned: (bytes, models, files) =>
    `Se liberaron ${bytes}. Eliminado: ${plural(models, { one: '# modelo', many: '# de modelos', other: '# modelos' })} en ${plural(files, { one: '# archivo', many: '# de archivos', other: '# archivos' })}.`,
  prunedReusable: (bytes) => `${bytes} quedan en la base de datos y se usan para lo siguiente.`,
  noModels: 'Aún no hay modelos',
  firstSteps: [
    {
      title: 'Consiga un modelo para su idioma',
      text: 'Un modelo de lenguaje es una carpeta de archivos que otros han entrenado con mucho texto. Para el neerlandés, BERTje o MedRoBERTa.nl; para el español, BETO o bsc-bio-ehr-es; para muchos idiomas a la vez, BERT multilingüe o XLM-RoBERTa. Pida a quien gestiona sus datos que traiga la carpeta a este equipo: Anamnesis nunca descarga nada.',
    },
    {
      title: 'Importe la carpeta',
      text: 'Indique dónde está en el formulario de arriba. Se lee, se comprueba y se guarda cifrada. Antes de guardar nada se dice qué falta o qué no se puede usar.',
    },
    {
      title: 'Úselo en un estudio',
      text: 'Un estudio lo adapta a su texto y comprueba si eso ayudó. Lo que hace el estudio aparece también aquí.',
    },
  ],
  noFolder:
    '¿No hay ninguna carpeta a mano? Un estudio también puede entrenar un modelo pequeño solo con su propio texto:',
  writePlan: 'escriba un plan',
  tryIt: 'Probarlo',
  tryNote:
    'Pegue un texto: el modelo dice su clase o marca lo que encuentra. No se guarda nada de él. No es una decisión sobre un paciente.',
  tryButton: 'Preguntar al modelo',
  tryWaiting: 'Se pregunta al modelo; cargarlo puede tardar un momento.',
  trySaid: 'Lo que dice el modelo',
  tryClass: 'Clase',
  tryProbability: 'Probabilidad',
  trySought: 'La clase buscada',
  tryCalibrated: (label, probability) => `${label}, calibrada: ${probability}`,
  tryUncalibrated: (label, probability) => `${label}, sin calibrar: ${probability}`,
  tryAlert: (threshold) => `Alerta: en el umbral de ${threshold} o por encima.`,
  tryNoAlert: (threshold) => `Sin alerta: por debajo del umbral de ${threshold}.`,
  tryNoThreshold: 'No se puede afirmar ningún umbral para ella.',
  tryApproximate:
    'El umbral procede de las particiones del estudio y es aproximado hasta que un conjunto de prueba bloqueado lo confirme.',
  tryRawProbability: 'Probabilidad, tal cual',
  tryUnread: (share) => `El texto es más largo que el modelo: no se vio el ${share}.`,
  tryLabel: 'Etiqueta',
  tryFrom: 'Se da desde',
  tryGiven: (labels) => `El modelo da: ${labels}.`,
  tryNothing: 'El modelo no encuentra nada en este texto.',
};

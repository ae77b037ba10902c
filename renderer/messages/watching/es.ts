import type { WatchingMessages } from './messages.ts';

export const watching: WatchingMessages = {
  title: 'Vigilancia',
  lead: 'Si la versión publicada sigue viendo aquello de lo que aprendió. Cada mes se juzga una vez, cuando ha pasado; una alarma dice qué cambió y qué hacer. El umbral nunca se mueve por ello.',
  worklist: 'Pacientes',
  months: 'Meses',
  month: 'Mes',
  patients: 'Pacientes',
  alerts: 'Alertas',
  notJudged: 'No juzgados',
  agreed: 'Alertas acertadas',
  prevalence: 'Prevalencia, estimada',
  result: 'Resultado',
  reference: 'los meses posteriores se comparan con él',
  noAlarm: 'sin alarma',
  alarm: 'alarma',
  noMonths: 'Aún no se ha juzgado ningún mes',
  noMonthsHint: 'Un mes puede juzgarse cuando ha pasado y la versión publicada miró notas en él.',
  pictureTitle: 'Proporciones por mes',
  pictureMeaning:
    'Proporción de pacientes con alerta, y la proporción estimada de quienes son lo que se busca, con un intervalo del 95 % en el que no están los errores de calibración. Donde pocos lo tienen, un error así puede mover la estimación más de lo que hay: compare con ella los meses y no la tome por la verdad.',
  shareAxis: 'Proporción de pacientes (%)',
  whatIsCompared: 'Qué se compara',
  before: 'Antes',
  now: 'En el mes',
  distance: 'Distancia',
  p: 'p, ajustado',
  pMeaning:
    'p está ajustado por todo lo que se compara en el mes. Las puntuaciones son medianas, lo demás proporciones; distancia: de distribuciones, o MMD².',
  sample: 'Qué se escapó',
  noSample:
    'Aún no se ha extraído ninguna muestra. En la terminal: “anamnesis screen sample” extrae pacientes sin alerta para que las personas los lean.',
  names: {
    scores: 'puntuaciones',
    text: 'palabras de las notas',
    'unknown-words': 'palabras que nunca encontró',
    prevalence: 'prevalencia',
    alerts: 'alertas',
    'not-judged': 'no juzgados',
    agreement: 'alertas acertadas',
    sensitivity: 'sensibilidad, según la muestra',
  },
  judge: (months) => `Juzgar ${months}`,
  between: (value, lower, upper) => `${value} (${lower} a ${upper})`,
  agreedOf: (agreed, decided) => `${agreed} de ${decided}`,
  pictureLabel: (months, alarms) =>
    `Proporciones en ${months} meses, ${alarms} de ellos con alarma`,
  alarmIn: (month) => `Alarma en ${month}`,
  comparedIn: (month) => `Comparado en ${month}`,
  comparedWith: (months, rate) =>
    `Con ${months}. De los meses sin ningún cambio, como mucho ${rate} tienen una alarma.`,
  sampleRead: (month, read, drawn) =>
    `Pacientes de ${month} sin alerta, extraídos al azar: ${read} de ${drawn} leídos.`,
  missed: (interval) => `Escapados en el mes, estimación: ${interval}.`,
  sensitivity: (interval) => `Sensibilidad, estimación: ${interval}.`,
  claimed: (value) => `La versión publicada afirma ${value}.`,
};

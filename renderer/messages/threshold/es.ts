import { createPlural } from '#contract/language.ts';
import type { ThresholdMessages } from './messages.ts';

const plural = createPlural('es');

export const threshold: ThresholdMessages = {
  title: 'A partir de qué probabilidad alertar',
  lead: 'Un umbral bajo encuentra más y alerta más veces en vano. Los recuentos son de las notas probadas, cada una juzgada por un modelo que no había aprendido de ella.',
  model: 'Modelo',
  prevalence: 'Prevalencia, %',
  prevalenceHint: (own) =>
    `La prevalencia es lo frecuente que es la clase donde se usará el modelo; si se deja vacía, es la de estas notas (${own}). La sensibilidad es aquella en la que se quiere poder confiar.`,
  notAShare: 'Escriba un porcentaje entre 0 y 100.',
  wanted: 'Sensibilidad deseada, %',
  exactThreshold: 'Umbral',
  alertFrom: (threshold) => `Alertar a partir de ${threshold}`,
  manyAlerts: 'Más alertas',
  fewAlerts: 'Menos alertas',
  sliderValue: ({ threshold, found, positives, alerts }) =>
    `${threshold}: ${found} de ${positives} encontradas, ${alerts} alertas por cada 1000 notas`,
  claimed: ({ wanted, threshold, bound, confidence }) =>
    `Para una sensibilidad del ${wanted}, alerte a partir de ${threshold}: con una confianza del ${confidence} es al menos ${bound}.`,
  claimedFrom: ({ missed, positives, counted }) =>
    plural(missed, {
      one: `# de las ${positives} notas de la clase queda por debajo; para el límite cuentan como ${counted}, pues las notas de un paciente pueden perderse juntas.`,
      many: `# de las ${positives} notas de la clase quedan por debajo; para el límite cuentan como ${counted}, pues las notas de un paciente pueden perderse juntas.`,
      other: `# de las ${positives} notas de la clase quedan por debajo; para el límite cuentan como ${counted}, pues las notas de un paciente pueden perderse juntas.`,
    }),
  approximate:
    'La afirmación vale para los modelos de las particiones; para un modelo entrenado con todas las notas es aproximada, y un conjunto bloqueado debe confirmarla.',
  useThreshold: 'Usar este umbral',
  cannotBeClaimed: (wanted, confidence) =>
    `Una sensibilidad del ${wanted} no puede afirmarse con una confianza del ${confidence} con ningún umbral.`,
  needed: ({ needed, positives, counted }) =>
    `Harían falta ${needed} notas de la clase de otros tantos pacientes sin perder ninguna; hay ${positives}, que cuentan como ${counted}.`,
  oneClassOnly: 'Todas estas notas son de un tipo: no hay nada que distinguir.',
  confusion: (label) => `Lo que da el umbral para ${label}`,
  alert: 'Alerta',
  noAlert: 'Sin alerta',
  all: 'Todas',
  trulyOf: (label) => `Realmente ${label}`,
  trulyOther: 'Otras notas',
  sensitivity: 'Sensibilidad',
  sensitivityMeaning: 'proporción de la clase que alerta',
  specificity: 'Especificidad',
  specificityMeaning: 'proporción de las demás que no alerta',
  ppvAt: (prevalence) => `VPP al ${prevalence}`,
  ppvMeaning: 'proporción de alertas correctas',
  npvAt: (prevalence) => `VPN al ${prevalence}`,
  npvMeaning: 'proporción de las calladas que lo están con razón',
  alertsPerThousand: 'Alertas por cada 1000 notas',
  alertsMeaning: (prevalence) => `donde el ${prevalence} de las notas es de la clase`,
  within: (lower, upper) => `intervalo del 95 %: de ${lower} a ${upper}`,
  thousandTitle: 'Mil notas',
  thousandPicture: 'Mil notas como cuadrados; la lista de al lado tiene los recuentos',
  thousandOf: (prevalence) => `Redondeado a notas enteras, con una prevalencia del ${prevalence}.`,
  kinds: {
    found: 'encontradas: de la clase, con alerta',
    falseAlerts: 'alertas en vano',
    missed: 'perdidas: de la clase, sin alerta',
    quiet: 'calladas con razón',
  },
  pictureTitle: 'Todos los umbrales',
  pictureMeaning:
    'Líneas con intervalos del 95 %; debajo, cómo se reparten las probabilidades de las notas de la clase (hacia arriba) y de las demás (hacia abajo). La línea vertical es el umbral.',
  pictureLabel: (label, model, threshold) =>
    `Sensibilidad y especificidad de ${model} para ${label} según el umbral, con una línea en ${threshold}`,
  threshold: 'Umbral',
  share: 'Proporción',
  ofIt: 'clase',
  others: 'otras',
  short: {
    truePositives: 'Encontradas',
    falseNegatives: 'Perdidas',
    falsePositives: 'En vano',
    trueNegatives: 'Calladas',
    ppv: 'VPP',
    npv: 'VPN',
  },
};

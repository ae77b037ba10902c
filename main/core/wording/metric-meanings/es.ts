import type { MetricMeaningsWording } from './en.ts';

export const metricMeanings: MetricMeaningsWording = {
  mcc: 'Correlación de Matthews entre verdad y predicción, para dos clases o más: 1 es perfecto, 0 no es mejor que el azar, o una sola clase para todo.',
  accuracy: 'Proporción de ejemplos que recibieron la clase correcta.',
  'subset-accuracy':
    'Proporción de notas que recibieron exactamente las etiquetas correctas, sin sobrar ni faltar ninguna.',
  'hamming-loss':
    'Proporción de todas las respuestas, una por nota y etiqueta, que son erróneas: más bajo es mejor.',
  'f1-micro':
    'F1 a partir de los recuentos sumados de todos los tipos: cada entidad o ejemplo pesa lo mismo.',
  'f1-macro':
    'Media simple del F1 de cada clase o tipo: uno raro pesa tanto como uno frecuente. Una clase que falta en la partición cuenta como 0; un tipo de entidad solo donde es verdadero o se predice.',
  'f1-weighted':
    'Media del F1 de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
  'precision-micro': 'Proporción de todo lo encontrado que es correcta.',
  'precision-macro': 'Media simple de la precisión de cada clase o tipo que cuenta F1 (macro).',
  'precision-weighted':
    'Media de la precisión de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
  'recall-micro': 'Proporción de todo lo que había que encontrar que se encontró.',
  'recall-macro': 'Media simple de la exhaustividad de cada clase o tipo que cuenta F1 (macro).',
  'recall-weighted':
    'Media de la exhaustividad de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
  precision: 'Proporción de lo que recibió este tipo que realmente lo tiene.',
  recall: 'Proporción de lo que realmente tiene este tipo que lo recibió.',
  f1: 'Media armónica de la precisión y la exhaustividad de este tipo.',
  support: 'Cuántas veces aparece realmente el tipo en la partición de prueba.',
};

import type { PerplexityWording } from './en.ts';

export const perplexity: PerplexityWording = {
  title: 'Perplejidad del texto apartado',
  caption: 'Qué hace cada modelo con texto del que nada aprendió',
  model: 'Modelo',
  corpus: 'Corpus',
  words: 'Palabras ocultas',
  unknown: 'Palabras desconocidas',
  ofToken: 'Por token',
  ofWord: 'Por palabra',
  before: 'antes de su preentrenamiento',
  note: 'e elevado a la media de −ln P de las palabras ocultas, cuanto menor mejor; las mismas palabras de las mismas líneas para cada modelo. Por token solo compara modelos de un mismo vocabulario. No se pregunta por palabras que un vocabulario no conoce: el que conoce pocas parece mejor de lo que es.',
};

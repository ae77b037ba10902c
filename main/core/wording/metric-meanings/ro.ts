import type { MetricMeaningsWording } from './en.ts';

export const metricMeanings: MetricMeaningsWording = {
  mcc: 'Corelația Matthews dintre adevăr și predicție, pentru două clase sau mai multe: 1 este perfect, 0 nu este mai bun decât întâmplarea, sau o singură clasă pentru toate.',
  accuracy: 'Proporția exemplelor care au primit clasa corectă.',
  'subset-accuracy':
    'Proporția notelor care au primit exact etichetele corecte, nici în plus, nici în minus.',
  'hamming-loss':
    'Proporția răspunsurilor greșite din toate, câte unul pentru fiecare notă și etichetă: mai mic este mai bine.',
  'f1-micro':
    'F1 din numărătorile adunate ale tuturor tipurilor: fiecare entitate sau exemplu cântărește la fel.',
  'f1-macro':
    'Media simplă a F1 al fiecărei clase sau al fiecărui tip: una rară cântărește cât una frecventă. O clasă care lipsește din fold contează ca 0; un tip de entitate, numai unde este adevărat sau prezis.',
  'f1-weighted': 'Media F1 al fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
  'precision-micro': 'Proporția celor găsite care sunt corecte.',
  'precision-macro':
    'Media simplă a preciziei claselor sau tipurilor pe care le numără F1 (macro).',
  'precision-weighted':
    'Media preciziei fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
  'recall-micro': 'Proporția celor de găsit care au fost găsite.',
  'recall-macro': 'Media simplă a recallului claselor sau tipurilor pe care le numără F1 (macro).',
  'recall-weighted':
    'Media recallului fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
  precision: 'Proporția celor care au primit acest tip și chiar îl au.',
  recall: 'Proporția celor care au într-adevăr acest tip și l-au primit.',
  f1: 'Media armonică a preciziei și recallului acestui tip.',
  support: 'De câte ori apare într-adevăr tipul în foldul de test.',
};

import type { MetricMeaningsWording } from './en.ts';

export const metricMeanings: MetricMeaningsWording = {
  mcc: 'Matthews-correlatie tussen waarheid en voorspelling, voor twee of meer klassen: 1 is volmaakt, 0 is niet beter dan toeval, of één klasse voor alles.',
  accuracy: 'Aandeel van de voorbeelden dat de juiste klasse kreeg.',
  'subset-accuracy':
    'Aandeel van de notities die precies de juiste labels kregen, geen te veel en geen te weinig.',
  'hamming-loss':
    'Aandeel van alle antwoorden, één per notitie en label, die onjuist zijn: lager is beter.',
  'f1-micro':
    'F1 uit de opgetelde aantallen van alle typen: elke entiteit of elk voorbeeld weegt even zwaar.',
  'f1-macro':
    'Gewoon gemiddelde van de F1 van elke klasse of elk type: een zeldzame weegt even zwaar als een veelvoorkomende. Een klasse die in de fold ontbreekt telt als 0; een entiteitstype alleen waar het waar of voorspeld is.',
  'f1-weighted':
    'Gemiddelde van de F1 van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
  'precision-micro': 'Aandeel van alles wat is gevonden dat juist is.',
  'precision-macro':
    'Gewoon gemiddelde van de precisie van elke klasse of elk type die F1 (macro) meetelt.',
  'precision-weighted':
    'Gemiddelde van de precisie van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
  'recall-micro': 'Aandeel van alles wat te vinden was dat is gevonden.',
  'recall-macro':
    'Gewoon gemiddelde van de recall van elke klasse of elk type die F1 (macro) meetelt.',
  'recall-weighted':
    'Gemiddelde van de recall van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
  precision: 'Aandeel van wat dit type kreeg dat het werkelijk heeft.',
  recall: 'Aandeel van wat dit type werkelijk heeft dat het ook kreeg.',
  f1: 'Harmonisch gemiddelde van de precisie en de recall van dit type.',
  support: 'Hoe vaak het type werkelijk voorkomt in de testfold.',
};

import type { PerplexityWording } from './en.ts';

export const perplexity: PerplexityWording = {
  title: 'Perplexiteit van apart gehouden tekst',
  caption: 'Wat elk model maakt van tekst waarvan niets heeft geleerd',
  model: 'Model',
  corpus: 'Corpus',
  words: 'Verborgen woorden',
  unknown: 'Onbekende woorden',
  ofToken: 'Per token',
  ofWord: 'Per woord',
  before: 'vóór de eigen voortraining',
  note: 'e tot de macht van de gemiddelde −ln P van verborgen woorden, hoe lager hoe beter; voor elk model dezelfde woorden van dezelfde regels. Per token vergelijkt het alleen modellen met één vocabulaire. Naar woorden die een vocabulaire niet kent, wordt niet gevraagd: een dat er weinig kent, lijkt beter dan het is.',
};

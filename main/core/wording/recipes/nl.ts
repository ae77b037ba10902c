import type { RecipesWording } from './en.ts';

export const recipes: RecipesWording = {
  textToAdaptTo: 'tekst waaraan de modellen worden aangepast',
  labelledData: 'gelabelde gegevens waarop de modellen worden getest',
  oneModel: 'een model om mee te beginnen',
  twoModels: 'twee of meer modellen om te vergelijken',
  tooFew: 'te weinig of geen',
  addText: 'Voeg een verzameling van de werkruimte toe, of bestanden.',
  addTask: 'Voeg een gelabelde set van de werkruimte toe, of bestanden met labels.',
  addStart: 'Voeg een model van de bibliotheek toe, de map van een checkpoint, of een nieuw model.',
};

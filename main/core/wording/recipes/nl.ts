import type { RecipesWording } from './en.ts';

export const recipes: RecipesWording = {
  textToAdaptTo: 'tekst waaraan de modellen worden aangepast',
  labelledData: 'gelabelde gegevens waarop de modellen worden getest',
  oneModel: 'een model om mee te beginnen',
  twoModels: 'twee of meer modellen om te vergelijken',
  twoTasks: 'twee gelabelde sets van één soort: een om van te leren, een om op te testen',
  oneTransfer: 'een overdracht van de ene taak naar de andere',
  tooFew: 'te weinig of geen',
  addText: 'Voeg een verzameling van de werkruimte toe, of bestanden.',
  addTask: 'Voeg een gelabelde set van de werkruimte toe, of bestanden met labels.',
  addTransfer: 'Voeg een overdracht toe, of rangschik de modellen opnieuw.',
  addStart: 'Voeg een model van de bibliotheek toe, de map van een checkpoint, of een nieuw model.',
};

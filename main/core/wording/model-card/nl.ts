import { createNumbers } from '../numbers.ts';
import type { ModelCardWording } from './en.ts';

const { count } = createNumbers('nl');

export const modelCard: ModelCardWording = {
  title: (model) => `${model} – modelkaart`,
  kind: 'Modelkaart',
  use: 'Beoogd gebruik',
  useCaption: 'Waarvoor het bedoeld is',
  'use-masked-language-model':
    'Een taalmodel: om te finetunen op tekst zoals die waarop het getraind is, en om gemaskeerde woorden in te vullen. Het beslist niets uit zichzelf.',
  'use-sequence-classification':
    'Deelt teksten zoals die waarop het getraind is in klassen in, ter beoordeling door een mens.',
  'use-token-classification':
    'Markeert entiteiten in tekst zoals die waarop het getraind is, ter beoordeling door een mens.',
  'use-none': 'De kale encoder: een begin voor verdere training.',
  classes: 'Klassen',
  intendedUse: 'Beoogd gebruik',
  population: 'Populatie',
  model: 'Model',
  modelCaption: 'Waaruit het bestaat',
  family: 'Familie',
  parameters: 'Parameters',
  shape: 'Lagen × verborgen grootte × koppen',
  vocabulary: 'Vocabulaire',
  pieces: (pieces) => `${count(pieces)} stukken`,
  longest: 'Langste tekst',
  tokens: (tokens) => `${count(tokens)} tokens`,
  origin: 'Waar het vandaan komt',
  originNote:
    'Het eerste van de lijn bovenaan. Data heet naar haar hash, van de bestanden en van hoe ze gelezen zijn; waarop een geïmporteerd model elders getraind is, is hier niet bekend.',
  originCaption: 'De lijn van het model, en wat elk ervan gelezen heeft',
  step: 'Stap',
  data: 'Data',
  imported: 'geïmporteerd',
  extended: 'vocabulaire uitgebreid',
  'pre-trained': 'voorgetraind',
  'fine-tuned': 'gefinetuned',
  folder: 'map van een checkpoint',
  languages: 'talen',
  examples: (examples) => `${examples} gelabelde voorbeelden`,
  lines: (lines) => `${lines} regels`,
  training: 'Training',
  noTraining: 'Geen run van deze werkruimte heeft het getraind.',
  settings: 'Instellingen',
  results: 'Resultaten',
  'measured-own-fold':
    'Getraind op alle folds van een kruisvalidatie op één na. De cijfers van alle geteste voorbeelden zijn van de modellen van alle folds, die net zo getraind zijn; de tabel van folds is van dit model, op de fold waarvan het niet geleerd heeft.',
  'measured-folds-alike':
    'Getraind op alle labels, zodat er geen overblijft om het op te meten: wat ervan te verwachten is, vertellen modellen die net zo getraind zijn op alle folds van een kruisvalidatie op één na, elk op die ene gemeten.',
  'measured-descendants':
    'Niet dit model zelf, maar wat ervan werd toen het gefinetuned werd op alle folds van een kruisvalidatie op één na, op die ene gemeten.',
  notJudged:
    'Intervallen en kalibratie zijn niet bekend: de scores van afzonderlijke voorbeelden zijn niet beoordeeld.',
  foldsCaption: (task) => `${task}: elke gemeten fold`,
  releases: 'Vrijgaven',
  releaseCaption: (number, name) => `Vrijgave ${count(number)}: ${name}`,
  releasedBy: 'Vrijgegeven door',
  releasedAt: 'Vrijgegeven op',
  until: 'Er wordt geen notitie gescreend vanaf',
  replacedBy: 'Vervangen door vrijgave',
  standing: 'Status',
  forUse: 'Voor gebruik, binnen de data ervan.',
  forTrial: 'Alleen op proef.',
  limits: 'Grenzen',
  ofCheckpoint:
    'Het begon met een geïmporteerd model, waarvan de eigen licentie en grenzen gelden; wat dat gelezen heeft, is hier niet bekend.',
  repeatsText:
    'Gewichten kunnen stukken herhalen van de tekst waarop ze getraind zijn. Of deze dat doen, is niet onderzocht: bewaak het model zoals u die tekst bewaakt.',
  ownWords:
    'Het vocabulaire bevat veelvoorkomende woorden van de tekst waarvoor het gemaakt is. Kijk of er namen van personen bij zijn voordat het de deur uit gaat.',
  otherText:
    'Tekst van een ander ziekenhuis, in een andere taal of uit een andere tijd kan slechter gelezen worden: meet vóór gebruik.',
  noDevice: 'Geen medisch hulpmiddel: een mens beslist.',
};

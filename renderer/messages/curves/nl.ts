import { createPlural } from '#contract/language.ts';
import type { CurvesMessages } from './messages.ts';

const plural = createPlural('nl');

export const curves: CurvesMessages = {
  title: 'Kansen van een klasse',
  pooled: (folds) =>
    plural(folds, {
      one: 'Elke notitie is beoordeeld door een model dat er niet van had geleerd: # fold.',
      other:
        'Elke notitie is beoordeeld door een model dat er niet van had geleerd: # folds samen, elk met een eigen model, waarvan de schalen iets kunnen verschillen. Kies een fold om er één apart te zien.',
    }),
  ofOneFold: 'De notities van één fold, beoordeeld door het eigen model.',
  ofClass: 'Klasse',
  ofFold: 'Fold',
  allFolds: 'Alle samen',
  calibrated: 'Gekalibreerd',
  model: 'Model',
  notes: 'Notities',
  positives: 'Van de klasse',
  interval: '95%-interval',
  figuresOf: (label) => `Cijfers van de kansen van ${label}; kies welke modellen worden getekend`,
  within: (lower, upper) => `[${lower}; ${upper}]`,
  fromTo: (lower, upper) => `${lower} tot ${upper}`,
  withoutScores: (models) => `Niet getekend, omdat er geen scores zijn bewaard: ${models}.`,
  noScores: 'Er zijn geen scores van afzonderlijke notities bewaard',
  noScoresWhy:
    'Ze komen met elke fold die wordt voltooid. Folds die een eerdere versie van het programma heeft berekend, hebben er geen.',
  figures: {
    auroc: {
      name: 'AUROC',
      meaning:
        'Hoe vaak een notitie van de klasse een hogere kans krijgt dan een andere notitie: 1 is volmaakt, 0,5 is toeval.',
    },
    'average-precision': {
      name: 'Gemiddelde precisie',
      meaning:
        'Oppervlakte onder de treden van precisie naar recall; toeval geeft het aandeel van de klasse onder de notities.',
    },
    brier: {
      name: 'Brier',
      meaning: 'Gemiddelde gekwadrateerde afstand van kans en waarheid: 0 is volmaakt.',
    },
    'log-loss': {
      name: 'Log loss',
      meaning:
        'Gemiddelde verrassing over de waarheid: 0 is volmaakt; zeker en fout zijn kost het meest.',
    },
    ece: {
      name: 'ECE',
      meaning:
        'Gemiddelde afstand van voorspeld en waargenomen aandeel over groepen van evenveel notities: 0 is volmaakt.',
    },
    'calibration-intercept': {
      name: 'Intercept',
      meaning: 'Kalibratie in het groot: onder 0 zijn kansen te hoog, boven 0 te laag.',
    },
    'calibration-slope': {
      name: 'Helling',
      meaning: 'Onder 1 zijn kansen te uitgesproken, boven 1 te voorzichtig.',
    },
  },
  charts: {
    roc: {
      title: 'ROC',
      meaning:
        'Hoeveel van de klasse wordt gevonden, naar hoeveel van de andere notities vergeefs alarm geven. De stippellijn is toeval.',
    },
    precisionRecall: {
      title: 'Precisie en recall',
      meaning:
        'Hoeveel alarmen juist zijn, naar hoeveel van de klasse wordt gevonden. Het hangt ervan af hoe vaak de klasse hier voorkomt; de stippellijn is toeval.',
    },
    calibration: {
      title: 'Kalibratie',
      meaning:
        'Of van de notities die 70% kregen ongeveer 70% van de klasse is. Groepen bevatten evenveel notities; balken zijn 95%-intervallen; op de stippellijn kloppen de kansen.',
    },
    decision: {
      title: 'Beslissingscurve',
      meaning:
        'Wat handelen naar het model per notitie waard is, als men vanaf de kans op de as zou handelen. Het helpt waar de lijn boven handelen bij alle en bij geen ligt. Altijd van gekalibreerde kansen.',
    },
  },
  pictureOf: (chart, label, models) => `${chart} van ${label} voor ${models}`,
  falsePositiveRate: 'Aandeel valse alarmen',
  sensitivity: 'Sensitiviteit',
  sensitivityOrRecall: 'Recall (sensitiviteit)',
  precision: 'Precisie',
  predicted: 'Voorspelde kans',
  observed: 'Waargenomen aandeel',
  thresholdProbability: 'Drempelkans',
  netBenefit: 'Nettobaat',
  chance: 'Toeval',
  perfect: 'Juist',
  actOnAll: 'Bij alle handelen',
  actOnNone: 'Bij geen handelen',
};

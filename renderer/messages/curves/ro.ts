import { createPlural } from '#contract/language.ts';
import type { CurvesMessages } from './messages.ts';

const plural = createPlural('ro');

export const curves: CurvesMessages = {
  title: 'Probabilitățile unei clase',
  pooled: (folds) =>
    plural(folds, {
      one: 'Fiecare notă a fost judecată de un model care nu a învățat din ea: # fold.',
      few: 'Fiecare notă a fost judecată de un model care nu a învățat din ea: # folduri împreună, fiecare cu un model propriu, ale cărui scale pot diferi puțin. Alegeți un fold pentru a-l vedea separat.',
      other:
        'Fiecare notă a fost judecată de un model care nu a învățat din ea: # de folduri împreună, fiecare cu un model propriu, ale cărui scale pot diferi puțin. Alegeți un fold pentru a-l vedea separat.',
    }),
  ofOneFold: 'Notele unui singur fold, judecate de modelul său.',
  ofClass: 'Clasă',
  ofFold: 'Fold',
  allFolds: 'Toate împreună',
  calibrated: 'Calibrate',
  model: 'Model',
  notes: 'Note',
  positives: 'Din clasă',
  interval: 'Interval de 95 %',
  figuresOf: (label) => `Cifrele probabilităților pentru ${label}; alegeți ce modele se desenează`,
  within: (lower, upper) => `[${lower}; ${upper}]`,
  fromTo: (lower, upper) => `de la ${lower} la ${upper}`,
  withoutScores: (models) => `Nedesenate, fiindcă nu s-au păstrat scoruri: ${models}.`,
  noScores: 'Nu sunt păstrate scoruri ale fiecărei note',
  noScoresWhy:
    'Ele vin cu fiecare fold care se încheie. Foldurile calculate de o versiune mai veche a programului nu le au.',
  figures: {
    auroc: {
      name: 'AUROC',
      meaning:
        'Cât de des o notă din clasă primește o probabilitate mai mare decât o altă notă: 1 este perfect, 0,5 este hazard.',
    },
    'average-precision': {
      name: 'Precizie medie',
      meaning:
        'Aria de sub treptele preciziei după recall; hazardul dă proporția clasei între note.',
    },
    brier: {
      name: 'Brier',
      meaning: 'Distanța pătratică medie dintre probabilitate și adevăr: 0 este perfect.',
    },
    'log-loss': {
      name: 'Pierdere logaritmică',
      meaning:
        'Surpriza medie în fața adevărului: 0 este perfect; cel mai mult costă siguranța greșită.',
    },
    ece: {
      name: 'ECE',
      meaning:
        'Distanța medie dintre proporția prezisă și cea observată în grupuri cu tot atâtea note: 0 este perfect.',
    },
    'calibration-intercept': {
      name: 'Intercept',
      meaning: 'Calibrare de ansamblu: sub 0 probabilitățile sunt prea mari, peste 0 prea mici.',
    },
    'calibration-slope': {
      name: 'Pantă',
      meaning: 'Sub 1 probabilitățile sunt prea extreme, peste 1 prea timide.',
    },
  },
  charts: {
    roc: {
      title: 'ROC',
      meaning:
        'Cât din clasă se găsește, după câte dintre celelalte note alertează degeaba. Linia punctată este hazardul.',
    },
    precisionRecall: {
      title: 'Precizie și recall',
      meaning:
        'Câte alerte sunt corecte, după cât din clasă se găsește. Depinde de cât de frecventă este clasa aici; linia punctată este hazardul.',
    },
    calibration: {
      title: 'Calibrare',
      meaning:
        'Dacă dintre notele cu 70 % cam 70 % sunt din clasă. Grupurile au tot atâtea note; barele sunt intervale de 95 %; pe linia punctată probabilitățile sunt corecte.',
    },
    decision: {
      title: 'Curbă de decizie',
      meaning:
        'Cât valorează pe notă să se acționeze după model, dacă s-ar acționa de la probabilitatea de pe axă. Ajută unde este deasupra acțiunii la toate și la niciuna. Mereu cu probabilități calibrate.',
    },
  },
  pictureOf: (chart, label, models) => `${chart} pentru ${label}: ${models}`,
  falsePositiveRate: 'Proporția de alerte false',
  sensitivity: 'Sensibilitate',
  sensitivityOrRecall: 'Recall (sensibilitate)',
  precision: 'Precizie',
  predicted: 'Probabilitate prezisă',
  observed: 'Proporție observată',
  thresholdProbability: 'Probabilitate prag',
  netBenefit: 'Beneficiu net',
  chance: 'Hazard',
  perfect: 'Corect',
  actOnAll: 'Acțiune la toate',
  actOnNone: 'Acțiune la niciuna',
};

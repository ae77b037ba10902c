import { createPlural } from '#contract/language.ts';
import type { ThresholdMessages } from './messages.ts';

const plural = createPlural('nl');

export const threshold: ThresholdMessages = {
  title: 'Vanaf welke kans alarm',
  lead: 'Een lage drempel vindt meer en geeft vaker vergeefs alarm. De aantallen zijn van de geteste notities, elk beoordeeld door een model dat er niet van had geleerd.',
  model: 'Model',
  prevalence: 'Prevalentie, %',
  prevalenceHint: (own) =>
    `Prevalentie is hoe vaak de klasse voorkomt waar het model zal worden gebruikt; leeg gelaten is het die van deze notities (${own}). Sensitiviteit is die waarop u wilt kunnen rekenen.`,
  notAShare: 'Schrijf een percentage tussen 0 en 100.',
  wanted: 'Gewenste sensitiviteit, %',
  exactThreshold: 'Drempel',
  alertFrom: (threshold) => `Alarm vanaf ${threshold}`,
  manyAlerts: 'Meer alarmen',
  fewAlerts: 'Minder alarmen',
  sliderValue: ({ threshold, found, positives, alerts }) =>
    `${threshold}: ${found} van ${positives} gevonden, ${alerts} alarmen per 1.000 notities`,
  claimed: ({ wanted, threshold, bound, confidence }) =>
    `Voor een sensitiviteit van ${wanted}: alarm vanaf ${threshold}. Met ${confidence} zekerheid is zij ten minste ${bound}.`,
  claimedFrom: ({ missed, positives, counted }) =>
    plural(missed, {
      one: `# van de ${positives} notities van de klasse ligt eronder; voor de grens tellen ze als ${counted}, omdat notities van één patiënt samen gemist kunnen worden.`,
      other: `# van de ${positives} notities van de klasse liggen eronder; voor de grens tellen ze als ${counted}, omdat notities van één patiënt samen gemist kunnen worden.`,
    }),
  approximate:
    'De bewering geldt voor de modellen van de folds; voor een model dat van alle notities heeft geleerd is ze een benadering, en een afgesloten set moet haar bevestigen.',
  useThreshold: 'Deze drempel gebruiken',
  cannotBeClaimed: (wanted, confidence) =>
    `Een sensitiviteit van ${wanted} kan bij geen enkele drempel met ${confidence} zekerheid worden beweerd.`,
  needed: ({ needed, positives, counted }) =>
    `Daarvoor zouden ${needed} notities van de klasse van evenveel patiënten nodig zijn, waarvan geen wordt gemist; er zijn er ${positives}, die tellen als ${counted}.`,
  oneClassOnly: 'Al deze notities zijn van één soort: er is niets te onderscheiden.',
  confusion: (label) => `Wat de drempel geeft voor ${label}`,
  alert: 'Alarm',
  noAlert: 'Geen alarm',
  all: 'Alle',
  trulyOf: (label) => `Werkelijk ${label}`,
  trulyOther: 'Andere notities',
  sensitivity: 'Sensitiviteit',
  sensitivityMeaning: 'aandeel van de klasse dat alarm geeft',
  specificity: 'Specificiteit',
  specificityMeaning: 'aandeel van de andere dat geen alarm geeft',
  ppvAt: (prevalence) => `PVW bij ${prevalence}`,
  ppvMeaning: 'aandeel van de alarmen dat juist is',
  npvAt: (prevalence) => `NVW bij ${prevalence}`,
  npvMeaning: 'aandeel van de stille dat terecht stil is',
  alertsPerThousand: 'Alarmen per 1.000 notities',
  alertsMeaning: (prevalence) => `waar ${prevalence} van de notities van de klasse is`,
  within: (lower, upper) => `95%-interval ${lower} tot ${upper}`,
  thousandTitle: 'Duizend notities',
  thousandPicture: 'Duizend notities als vierkanten; de lijst ernaast heeft de aantallen',
  thousandOf: (prevalence) => `Afgerond op hele notities, bij een prevalentie van ${prevalence}.`,
  kinds: {
    found: 'gevonden: van de klasse, met alarm',
    falseAlerts: 'vergeefse alarmen',
    missed: 'gemist: van de klasse, zonder alarm',
    quiet: 'terecht stil',
  },
  pictureTitle: 'Elke drempel',
  pictureMeaning:
    'Lijnen met 95%-intervallen; eronder hoe de kansen van notities van de klasse (omhoog) en van andere (omlaag) zijn verdeeld. De staande lijn is de drempel.',
  pictureLabel: (label, model, threshold) =>
    `Sensitiviteit en specificiteit van ${model} voor ${label} naar drempel, met een lijn bij ${threshold}`,
  threshold: 'Drempel',
  share: 'Aandeel',
  ofIt: 'klasse',
  others: 'andere',
  short: {
    truePositives: 'Gevonden',
    falseNegatives: 'Gemist',
    falsePositives: 'Vergeefs',
    trueNegatives: 'Stil',
    ppv: 'PVW',
    npv: 'NVW',
  },
};

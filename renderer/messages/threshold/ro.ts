import { createPlural } from '#contract/language.ts';
import type { ThresholdMessages } from './messages.ts';

const plural = createPlural('ro');

export const threshold: ThresholdMessages = {
  title: 'De la ce probabilitate să se alerteze',
  lead: 'Un prag mic găsește mai mult și alertează mai des degeaba. Numerele sunt ale notelor testate, fiecare judecată de un model care nu a învățat din ea.',
  model: 'Model',
  prevalence: 'Prevalență, %',
  prevalenceHint: (own) =>
    `Prevalența este cât de frecventă e clasa acolo unde va fi folosit modelul; lăsată goală, este cea a acestor note (${own}). Sensibilitatea este cea pe care doriți să vă puteți baza.`,
  notAShare: 'Scrieți un procent între 0 și 100.',
  wanted: 'Sensibilitate dorită, %',
  exactThreshold: 'Prag',
  alertFrom: (threshold) => `Alertă de la ${threshold}`,
  manyAlerts: 'Mai multe alerte',
  fewAlerts: 'Mai puține alerte',
  sliderValue: ({ threshold, found, positives, alerts }) =>
    `${threshold}: ${found} din ${positives} găsite, ${alerts} alerte la 1000 de note`,
  claimed: ({ wanted, threshold, bound, confidence }) =>
    `Pentru o sensibilitate de ${wanted}, alertați de la ${threshold}: cu o încredere de ${confidence} ea este cel puțin ${bound}.`,
  claimedFrom: ({ missed, positives, counted }) =>
    plural(missed, {
      one: `Note ale clasei sub el: # din ${positives}; pentru limită ele contează ca ${counted}, fiindcă notele unui pacient pot fi ratate împreună.`,
      few: `Note ale clasei sub el: # din ${positives}; pentru limită ele contează ca ${counted}, fiindcă notele unui pacient pot fi ratate împreună.`,
      other: `Note ale clasei sub el: # din ${positives}; pentru limită ele contează ca ${counted}, fiindcă notele unui pacient pot fi ratate împreună.`,
    }),
  approximate:
    'Afirmația este pentru modelele foldurilor; pentru un model antrenat pe toate notele este aproximativă, iar un set blocat trebuie s-o confirme.',
  useThreshold: 'Folosește acest prag',
  cannotBeClaimed: (wanted, confidence) =>
    `O sensibilitate de ${wanted} nu poate fi afirmată cu o încredere de ${confidence}, la niciun prag.`,
  needed: ({ needed, positives, counted }) =>
    `Câte note ale clasei ar trebui, de la tot atâția pacienți și fără vreuna ratată: ${needed}; câte sunt: ${positives}, care contează ca ${counted}.`,
  oneClassOnly: 'Toate aceste note sunt de un singur fel: nu este nimic de deosebit.',
  confusion: (label) => `Ce dă pragul pentru ${label}`,
  alert: 'Alertă',
  noAlert: 'Fără alertă',
  all: 'Toate',
  trulyOf: (label) => `În realitate ${label}`,
  trulyOther: 'Alte note',
  sensitivity: 'Sensibilitate',
  sensitivityMeaning: 'proporția din clasă care alertează',
  specificity: 'Specificitate',
  specificityMeaning: 'proporția din celelalte care nu alertează',
  ppvAt: (prevalence) => `VPP la ${prevalence}`,
  ppvMeaning: 'proporția de alerte corecte',
  npvAt: (prevalence) => `VPN la ${prevalence}`,
  npvMeaning: 'proporția dintre cele tăcute care tac pe drept',
  alertsPerThousand: 'Alerte la 1000 de note',
  alertsMeaning: (prevalence) => `unde ${prevalence} dintre note sunt din clasă`,
  within: (lower, upper) => `interval de 95 %: de la ${lower} la ${upper}`,
  thousandTitle: 'O mie de note',
  thousandPicture: 'O mie de note ca pătrate; lista alăturată are numerele',
  thousandOf: (prevalence) => `Rotunjit la note întregi, la o prevalență de ${prevalence}.`,
  kinds: {
    found: 'găsite: din clasă, cu alertă',
    falseAlerts: 'alerte degeaba',
    missed: 'ratate: din clasă, fără alertă',
    quiet: 'tăcute pe drept',
  },
  pictureTitle: 'Toate pragurile',
  pictureMeaning:
    'Linii cu intervale de 95 %; dedesubt, cum se împart probabilitățile notelor din clasă (în sus) și ale celorlalte (în jos). Linia verticală este pragul.',
  pictureLabel: (label, model, threshold) =>
    `Sensibilitatea și specificitatea modelului ${model} pentru ${label} după prag, cu o linie la ${threshold}`,
  threshold: 'Prag',
  share: 'Proporție',
  ofIt: 'clasa',
  others: 'altele',
  short: {
    truePositives: 'Găsite',
    falseNegatives: 'Ratate',
    falsePositives: 'Degeaba',
    trueNegatives: 'Tăcute',
    ppv: 'VPP',
    npv: 'VPN',
  },
};

import { createPlural } from '#contract/language.ts';
import type { ThresholdMessages } from './messages.ts';

const plural = createPlural('en');

export const threshold: ThresholdMessages = {
  title: 'From which probability on to alert',
  lead: 'A low threshold finds more and alerts more often in vain. Counts are of the tested notes, each judged by a model that had not learned from it.',
  model: 'Model',
  prevalence: 'Prevalence, %',
  prevalenceHint: (own) =>
    `Prevalence is how common the class is where the model will be used; left empty, it is that of these notes (${own}). Sensitivity is the one you want to be able to rely on.`,
  notAShare: 'Write a percentage between 0 and 100.',
  wanted: 'Wanted sensitivity, %',
  exactThreshold: 'Threshold',
  alertFrom: (threshold) => `Alert from ${threshold} on`,
  manyAlerts: 'More alerts',
  fewAlerts: 'Fewer alerts',
  sliderValue: ({ threshold, found, positives, alerts }) =>
    `${threshold}: ${found} of ${positives} found, ${alerts} alerts per 1,000 notes`,
  claimed: ({ wanted, threshold, bound, confidence }) =>
    `For a sensitivity of ${wanted}, alert from ${threshold} on: with ${confidence} confidence it is at least ${bound}.`,
  claimedFrom: ({ missed, positives, counted }) =>
    plural(missed, {
      one: `# of ${positives} notes of the class lies below it; for the bound they count as ${counted}, since notes of one patient may be missed together.`,
      other: `# of ${positives} notes of the class lie below it; for the bound they count as ${counted}, since notes of one patient may be missed together.`,
    }),
  approximate:
    'The claim is for the models of the folds; for a model trained on all notes it is approximate, and a locked set must confirm it.',
  useThreshold: 'Use this threshold',
  cannotBeClaimed: (wanted, confidence) =>
    `A sensitivity of ${wanted} cannot be claimed with ${confidence} confidence, at any threshold.`,
  needed: ({ needed, positives, counted }) =>
    `It would take ${needed} notes of the class from as many patients with none missed; there are ${positives}, which count as ${counted}.`,
  oneClassOnly: 'All of these notes are of one kind: there is nothing to tell apart.',
  confusion: (label) => `What the threshold gives for ${label}`,
  alert: 'Alert',
  noAlert: 'No alert',
  all: 'All',
  trulyOf: (label) => `Truly ${label}`,
  trulyOther: 'Other notes',
  sensitivity: 'Sensitivity',
  sensitivityMeaning: 'share of the class that alerts',
  specificity: 'Specificity',
  specificityMeaning: 'share of the others that do not alert',
  ppvAt: (prevalence) => `PPV at ${prevalence}`,
  ppvMeaning: 'share of alerts that are right',
  npvAt: (prevalence) => `NPV at ${prevalence}`,
  npvMeaning: 'share of the quiet that are rightly quiet',
  alertsPerThousand: 'Alerts per 1,000 notes',
  alertsMeaning: (prevalence) => `where ${prevalence} of notes are of the class`,
  within: (lower, upper) => `95 % interval ${lower} to ${upper}`,
  thousandTitle: 'A thousand notes',
  thousandPicture: 'A thousand notes as squares; the list beside it has the counts',
  thousandOf: (prevalence) => `Rounded to whole notes, at a prevalence of ${prevalence}.`,
  kinds: {
    found: 'found: of the class, with an alert',
    falseAlerts: 'alerts in vain',
    missed: 'missed: of the class, without an alert',
    quiet: 'rightly quiet',
  },
  pictureTitle: 'Every threshold',
  pictureMeaning:
    'Lines with 95 % intervals; below, how the probabilities of notes of the class (upwards) and of others (downwards) are spread. The upright line is the threshold.',
  pictureLabel: (label, model, threshold) =>
    `Sensitivity and specificity of ${model} for ${label} by threshold, with a line at ${threshold}`,
  threshold: 'Threshold',
  share: 'Share',
  ofIt: 'class',
  others: 'others',
  short: {
    truePositives: 'Found',
    falseNegatives: 'Missed',
    falsePositives: 'In vain',
    trueNegatives: 'Quiet',
    ppv: 'PPV',
    npv: 'NPV',
  },
};

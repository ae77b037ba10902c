import type { FindingsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, percentage, decimal, bytes } = createNumbers('nl');
const plural = createPlural('nl');

export const findings: FindingsWording = {
  inPart: (seenShare, sentence) => `In de ${percentage(seenShare)} die is bekeken: ${sentence}`,
  partHasNoEntity: (seenShare) =>
    `In de ${percentage(seenShare)} die is bekeken staat geen entiteit.`,
  partHasOneClass: (seenShare, label) =>
    `In de ${percentage(seenShare)} die is bekeken komt maar één klasse voor, “${label}”.`,
  partHasRare: (seenShare, folds, kind, labels) =>
    `In de ${percentage(seenShare)} die is bekeken zijn deze zo zeldzaam dat het geheel er misschien minder dan één voor elk van de ${folds} folds heeft, per ${kind !== 'entities' ? 'klasse' : 'entiteitstype'}: ${labels}.`,
  partHasFewGroups: (seenShare, groups, folds) =>
    `In de ${percentage(seenShare)} die is bekeken ${plural(groups, { one: 'is # groep', other: 'zijn # groepen' })} voor ${folds} folds.`,
  fewFolds: (folds, smallest, adjusted, comparisons, level, enough) =>
    `Met ${plural(folds, { one: '# fold', other: '# folds' })} is de kleinste tweezijdige p die kan voorkomen ${p(smallest)}${comparisons === 1 ? '' : `, of ${p(adjusted)} na correctie voor de ${comparisons} vergelijkingen van het plan`}: geen verschil kan significant zijn op ${decimal(level)}, wat er ook uitkomt. ${plural(enough, { one: '# fold', other: '# folds' })} zouden er een kunnen aantonen.`,
  needsRoom: (needed, free) =>
    `Er is ongeveer ${bytes(needed)} nodig op de schijf van de werkruimte, waar ${bytes(free)} vrij is.`,
  needsMemory: (needed, there, batch) =>
    `De grootste training heeft ongeveer ${bytes(needed)} geheugen tegelijk nodig, waar de machine ${bytes(there)} heeft: ${batch === 0 ? 'geen batchgrootte past; een kleiner model of kortere teksten wel' : `een batchgrootte van ${batch} zou passen, met zo veel meer batches per stap dat evenveel teksten worden verzameld`}.`,
  setNeedsWorkspace: 'De gelabelde set is alleen in een werkruimte te bekijken: noem die (-w).',
  collectionNeedsWorkspace: 'De collectie is alleen in een werkruimte te bekijken: noem die (-w).',
  modelNeedsWorkspace: (model) =>
    `Of de werkruimte ${model} heeft, is pas bekend als die is genoemd (-w).`,
  holdsAtMost: (longest, stages) =>
    `Het kan teksten van hoogstens ${longest} tokens aan; die van ${stages} worden daarop ingekort.`,
  itsPretraining: (maxTokens) => `zijn pretraining (maxTokens ${maxTokens})`,
  taskStage: (task, maxTokens) => `taak ${task} (maxTokens ${maxTokens})`,
  aboutTransfer: (name) => `overdracht ${name}`,
  aboutModel: (model) => `model ${model}`,
  aboutRoom: 'ruimte',
  aboutEngine: 'rekenmotor',
  morePieces: (pieces, rows) =>
    `Het vocabulaire heeft ${count(pieces)} stukken voor ${count(rows)} rijen van de embeddings; de overige zijn opvulling.`,
  missingPieces: (pieces, rows) =>
    `Het vocabulaire heeft ${count(pieces)} stukken voor ${count(rows)} rijen van de embeddings; de overige staan voor tokens die niet in de map zijn. Is het het vocabulaire van een ander model, dan kan dit model niet lezen.`,
  tooFewPositives: (label, positives, sensitivity, needed) =>
    `Een drempel voor een sensitiviteit van ${percentage(sensitivity)} kan niet met 95 % zekerheid worden beweerd: er zijn ${count(positives)} notities van “${label}”, en er zijn er ${count(needed)} nodig die op zichzelf staan, ook als er geen wordt gemist.`,
  screeningNeedsClass: (classes) =>
    `Het plan wil een drempel (screening) en de taak heeft ${count(classes)} klassen: noem die waarnaar wordt gezocht als positiveClass.`,
  searchCutShort:
    'Waar de modellen van uitgaan, heeft meer gelezen dan binnen de controle voor deze taak kon worden doorzocht: de studie doorzoekt alles voordat ze traint.',
};

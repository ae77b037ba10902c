import type { FindingsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, percentage, decimal, bytes } = createNumbers('ro');
const plural = createPlural('ro');

export const findings: FindingsWording = {
  inPart: (seenShare, sentence) => `În cele ${percentage(seenShare)} examinate: ${sentence}`,
  partHasNoEntity: (seenShare) =>
    `În cele ${percentage(seenShare)} examinate nu există nicio entitate.`,
  partHasOneClass: (seenShare, label) =>
    `În cele ${percentage(seenShare)} examinate există o singură clasă, „${label}”.`,
  partHasRare: (seenShare, folds, kind, labels) =>
    `În cele ${percentage(seenShare)} examinate acestea sunt atât de rare încât în total pot fi mai puține de unul pentru fiecare dintre cele ${folds} folduri, pe ${kind !== 'entities' ? 'clasă' : 'tip de entitate'}: ${labels}.`,
  partHasFewGroups: (seenShare, groups, folds) =>
    `În cele ${percentage(seenShare)} examinate există ${plural(groups, { one: 'un grup', few: '# grupuri', other: '# de grupuri' })} pentru ${folds} folduri.`,
  fewFolds: (folds, smallest, adjusted, comparisons, level, enough) =>
    `Cu ${plural(folds, { one: 'un fold', few: '# folduri', other: '# de folduri' })}, cel mai mic p bilateral posibil este ${p(smallest)}${comparisons === 1 ? '' : `, sau ${p(adjusted)} după ajustarea pentru cele ${comparisons} comparații ale planului`}: nicio diferență nu poate fi semnificativă la ${decimal(level)}, orice ar rezulta. ${plural(enough, { one: 'Un fold ar', few: '# folduri ar', other: '# de folduri ar' })} putea arăta una.`,
  needsRoom: (needed, free) =>
    `Are nevoie de aproximativ ${bytes(needed)} pe discul spațiului de lucru, unde sunt liberi ${bytes(free)}.`,
  needsMemory: (needed, there, batch) =>
    `Cea mai mare antrenare are nevoie de aproximativ ${bytes(needed)} de memorie deodată, iar calculatorul are ${bytes(there)}: ${batch === 0 ? 'nicio mărime a lotului nu încape; un model mai mic sau texte mai scurte, da' : `ar încăpea o mărime a lotului de ${batch}, cu mai multe loturi pe pas, ca să se adune la fel de multe texte`}.`,
  setNeedsWorkspace:
    'Setul său etichetat poate fi examinat doar într-un spațiu de lucru: indicați-l (-w).',
  collectionNeedsWorkspace:
    'Colecția sa poate fi examinată doar într-un spațiu de lucru: indicați-l (-w).',
  modelNeedsWorkspace: (model) =>
    `Dacă spațiul de lucru are ${model} se va ști când este indicat (-w).`,
  holdsAtMost: (longest, stages) =>
    `Acceptă texte de cel mult ${longest} de tokeni, la care sunt scurtate cele din ${stages}.`,
  itsPretraining: (maxTokens) => `preantrenarea sa (maxTokens ${maxTokens})`,
  taskStage: (task, maxTokens) => `sarcina ${task} (maxTokens ${maxTokens})`,
  aboutTransfer: (name) => `transferul ${name}`,
  aboutModel: (model) => `modelul ${model}`,
  aboutRoom: 'spațiu',
  aboutEngine: 'motor de calcul',
  morePieces: (pieces, rows) =>
    `Vocabularul are ${count(pieces)} de piese pentru ${count(rows)} de rânduri ale embeddingurilor; celelalte sunt umplutură.`,
  missingPieces: (pieces, rows) =>
    `Vocabularul are ${count(pieces)} de piese pentru ${count(rows)} de rânduri ale embeddingurilor; celelalte corespund unor tokeni care nu sunt în dosar. Dacă este vocabularul altui model, acesta nu poate citi.`,
  tooFewPositives: (label, positives, sensitivity, needed) =>
    `Un prag pentru o sensibilitate de ${percentage(sensitivity)} nu poate fi afirmat cu încredere de 95 %: sunt ${count(positives)} note „${label}”, iar necesare sunt ${count(needed)} independente, chiar dacă nu se pierde niciuna.`,
  screeningNeedsClass: (classes) =>
    `Planul cere un prag (screening), iar sarcina are ${count(classes)} clase: numiți-o pe cea căutată ca positiveClass.`,
  searchCutShort:
    'Modelele de pornire au citit mai mult decât s-a putut căuta pentru această sarcină în timpul verificării: studiul caută în tot înainte de a antrena.',
};

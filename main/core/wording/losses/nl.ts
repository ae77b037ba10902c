import type { LossesWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, roughShare } = createNumbers('nl');
const plural = createPlural('nl');

export const losses: LossesWording = {
  files: 'bestanden',
  documents: 'documenten',
  rows: 'rijen',
  entities: 'entiteiten',
  tags: 'tags van woorden in entiteiten',
  words: 'woorden',
  leftOut: (unit, lost, total, byRule) =>
    `${count(lost)} van ${count(total)} ${unit} (${roughShare(lost / total)}) weggelaten: ${byRule}.`,
  ruleAndCount: (rule, applied) => `${rule} ${count(applied)}`,
  nothingLeft: (labels) => `Er is niets over van ${labels}.`,
  leftOutOfEach: (shares) => `Van elk weggelaten: ${shares}.`,
  labelShare: (label, lost, all) =>
    `“${label}” ${count(lost)} van ${count(all)} (${roughShare(lost / all)})`,
  labelCount: (label, examples) => `“${label}” (${count(examples)})`,
  first: (parts, more) => `${parts.join(', ')}${more > 0 ? ` en nog ${count(more)}` : ''}`,
  stayTogether: (documents, groups) =>
    `${count(documents)} documenten blijven bij elkaar in ${count(groups)} groepen, omdat er in elke groep enkele bijna gelijk zijn, hoewel niet van één patiënt.`,
  byPlan: (key, labels) =>
    `Weggelaten door ${key === 'types and labels' ? 'types en labels' : key}, zoals het plan zegt: ${labels}.`,
  namedByPlan: (labels) =>
    `Het plan noemt ${labels.map((label) => `“${label}”`).join(', ')}, maar de bestanden hebben dat niet.`,
  moreAlike: (remarks) =>
    `Nog ${plural(remarks, { one: '# opmerking', other: '# opmerkingen' })} over labels die op elkaar lijken: zie import-problems.csv.`,
  noneInFiles: 'geen in de bestanden die het plan noemt',
  noneInPart: 'geen in het deel van de bestanden dat is bekeken',
  firstProblem: (file, line, detail) => `${file}, regel ${line}: ${detail.replace(/\.$/, '')}`,
  labelledNotes: 'gelabelde notities',
  taggedSentences: 'zinnen met tags',
  correctFiles: 'Verbeter de bestanden, of de kolommen die het plan noemt.',
  taskPlace: (task) => `taak ${task}`,
  corpusPlace: (corpus) => `corpus ${corpus}`,
  text: 'tekst',
  nothingAfterCleaning: (documents) =>
    `${plural(documents, { one: '# document waarvan', other: '# documenten waarvan' })} na het opschonen niets over was`,
  fittingNothingAfterCleaning: (documents) =>
    `${plural(documents, { one: '# passend document', other: '# passende documenten' })} van de collectie waarvan na het opschonen niets over was`,
  filesNothingAfterCleaning: (files) =>
    `${plural(files, { one: '# bestand waarvan', other: '# bestanden waarvan' })} na het opschonen niets over was`,
  lookAtFiles: 'Bekijk de bestanden, hun formaat en de kolom die het plan noemt.',
  widenWhere: 'Verruim wat het plan met "where" noemt, of bekijk de collectie.',
  plainText: 'Bekijk de bestanden: het moet platte tekst zijn.',
  fittingDocuments: 'documenten van de collectie die aan "where" voldoen',
  noDocuments: 'geen',
};

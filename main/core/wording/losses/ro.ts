import type { LossesWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, roughShare } = createNumbers('ro');
const plural = createPlural('ro');

export const losses: LossesWording = {
  files: 'Fișiere',
  documents: 'Documente',
  rows: 'Rânduri',
  entities: 'Entități',
  tags: 'Etichete ale cuvintelor din entități',
  words: 'Cuvinte',
  leftOut: (unit, lost, total, byRule) =>
    `${unit} omise: ${count(lost)} din ${count(total)} (${roughShare(lost / total)}): ${byRule}.`,
  ruleAndCount: (rule, applied) => `${rule} ${count(applied)}`,
  nothingLeft: (labels) => `Nu a rămas nimic din ${labels}.`,
  leftOutOfEach: (shares) => `Omise din fiecare: ${shares}.`,
  labelShare: (label, lost, all) =>
    `„${label}” ${count(lost)} din ${count(all)} (${roughShare(lost / all)})`,
  labelCount: (label, examples) => `„${label}” (${count(examples)})`,
  first: (parts, more) => `${parts.join(', ')}${more > 0 ? ` și încă ${count(more)}` : ''}`,
  stayTogether: (documents, groups) =>
    `${plural(documents, { one: 'un document rămâne împreună', few: '# documente rămân împreună', other: '# de documente rămân împreună' })} în ${plural(groups, { one: 'un grup', few: '# grupuri', other: '# de grupuri' })}, deoarece unele din fiecare sunt aproape identice, deși nu aparțin unui singur pacient.`,
  byPlan: (key, labels) =>
    `Omise prin ${key === 'types and labels' ? 'types și labels' : key}, așa cum spune planul: ${labels}.`,
  namedByPlan: (labels) =>
    `Planul numește ${labels.map((label) => `„${label}”`).join(', ')}, care nu există în fișiere.`,
  moreAlike: (remarks) =>
    `Încă ${plural(remarks, { one: 'o observație', few: '# observații', other: '# de observații' })} despre etichete asemănătoare: vedeți import-problems.csv.`,
  noneInFiles: 'niciunul în fișierele pe care le numește planul',
  noneInPart: 'niciunul în partea din fișiere care a fost examinată',
  firstProblem: (file, line, detail) => `${file}, linia ${line}: ${detail.replace(/\.$/, '')}`,
  labelledNotes: 'note etichetate',
  taggedSentences: 'propoziții etichetate',
  correctFiles: 'Corectați fișierele sau coloanele pe care le numește planul.',
  taskPlace: (task) => `sarcina ${task}`,
  corpusPlace: (corpus) => `corpusul ${corpus}`,
  text: 'text',
  nothingAfterCleaning: (documents) =>
    `${plural(documents, { one: 'un document din care', few: '# documente din care', other: '# de documente din care' })} nu a rămas nimic după curățare`,
  fittingNothingAfterCleaning: (documents) =>
    `${plural(documents, { one: 'un document', few: '# documente', other: '# de documente' })} din colecție care îndeplinesc condițiile, din care nu a rămas nimic după curățare`,
  filesNothingAfterCleaning: (files) =>
    `${plural(files, { one: 'un fișier din care', few: '# fișiere din care', other: '# de fișiere din care' })} nu a rămas nimic după curățare`,
  lookAtFiles: 'Verificați fișierele, formatul lor și coloana pe care o numește planul.',
  widenWhere: 'Lărgiți ceea ce planul indică prin "where" sau verificați colecția.',
  plainText: 'Verificați fișierele: trebuie să fie text simplu.',
  fittingDocuments: 'documente din colecție care îndeplinesc "where"',
  noDocuments: 'niciunul',
};

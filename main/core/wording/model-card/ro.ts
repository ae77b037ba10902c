import { createNumbers } from '../numbers.ts';
import type { ModelCardWording } from './en.ts';

const { count } = createNumbers('ro');

export const modelCard: ModelCardWording = {
  title: (model) => `${model} – fișa modelului`,
  kind: 'Fișa modelului',
  use: 'Utilizare prevăzută',
  useCaption: 'Pentru ce este gândit',
  'use-masked-language-model':
    'Un model de limbă: pentru ajustare fină pe texte ca ale antrenării sale și pentru completarea cuvintelor mascate. Nu decide nimic singur.',
  'use-sequence-classification':
    'Împarte în clase texte ca ale antrenării sale, pentru verificarea de către o persoană.',
  'use-token-classification':
    'Marchează entități în texte ca ale antrenării sale, pentru verificarea de către o persoană.',
  'use-none': 'Codificatorul fără cap: un început pentru antrenarea ulterioară.',
  classes: 'Clase',
  intendedUse: 'Utilizare prevăzută',
  population: 'Populație',
  model: 'Model',
  modelCaption: 'Din ce este făcut',
  family: 'Familie',
  parameters: 'Parametri',
  shape: 'Straturi × dimensiune ascunsă × capete',
  vocabulary: 'Vocabular',
  pieces: (pieces) => `bucăți: ${count(pieces)}`,
  longest: 'Cel mai lung text',
  tokens: (tokens) => `tokenuri: ${count(tokens)}`,
  origin: 'De unde provine',
  originNote:
    'Primul din linie este sus. Datele sunt numite prin hash-ul fișierelor și al felului în care au fost citite; pe ce a fost antrenat în altă parte un model importat nu se știe aici.',
  originCaption: 'Linia modelului și ce a citit fiecare',
  step: 'Pas',
  data: 'Date',
  imported: 'importat',
  extended: 'vocabular extins',
  'pre-trained': 'preantrenat',
  'fine-tuned': 'ajustat fin',
  folder: 'dosarul unui punct de control',
  languages: 'limbi',
  examples: (examples) => `exemple etichetate: ${examples}`,
  lines: (lines) => `rânduri: ${lines}`,
  training: 'Antrenare',
  noTraining: 'Nicio rulare din acest spațiu de lucru nu l-a antrenat.',
  settings: 'Setări',
  results: 'Rezultate',
  'measured-own-fold':
    'Antrenat pe toate foldurile unei validări încrucișate, mai puțin unul. Cifrele tuturor exemplelor testate sunt ale modelelor tuturor foldurilor, antrenate la fel; tabelul foldurilor este al acestui model, pe foldul din care nu a învățat.',
  'measured-folds-alike':
    'Antrenat pe toate etichetele, așa că nu rămâne niciuna pe care să fie măsurat: la ce să ne așteptăm spun modelele antrenate la fel pe toate foldurile unei validări încrucișate, mai puțin unul, fiecare măsurat pe acela.',
  'measured-descendants':
    'Nu modelul însuși, ci ce a rezultat din ajustarea sa fină pe toate foldurile unei validări încrucișate, mai puțin unul, măsurat pe acela.',
  notJudged:
    'Intervalele și calibrarea nu sunt cunoscute: scorurile exemplelor nu au fost evaluate.',
  foldsCaption: (task) => `${task}: fiecare fold măsurat`,
  releases: 'Versiuni publicate',
  releaseCaption: (number, name) => `Versiunea publicată ${count(number)}: ${name}`,
  releasedBy: 'Publicată de',
  releasedAt: 'Publicată la',
  until: 'Nicio notă nu mai este examinată de la',
  replacedBy: 'Înlocuită de versiunea',
  standing: 'Stare',
  forUse: 'Pentru utilizare, în limita datelor sale.',
  forTrial: 'Numai de probă.',
  limits: 'Limite',
  ofCheckpoint:
    'A început cu un model importat, a cărui licență și ale cărui limite rămân valabile; ce a citit acela nu se știe aici.',
  repeatsText:
    'Ponderile pot repeta bucăți din textul pe care au fost antrenate. Dacă acestea o fac nu s-a examinat: păziți modelul cum păziți acel text.',
  ownWords:
    'Vocabularul conține cuvinte frecvente din textul pentru care a fost făcut. Vedeți dacă printre ele sunt nume de persoane înainte ca modelul să plece.',
  otherText:
    'Textele altui spital, ale altei limbi sau ale altui timp pot fi citite mai prost: măsurați înainte de utilizare.',
  noDevice: 'Nu este un dispozitiv medical: decide o persoană.',
};

import { createPlural } from '#contract/language.ts';
import type { LibraryMessages } from './messages.ts';

const plural = createPlural('ro');

export const library: LibraryMessages = {
  title: 'Modele',
  lead: 'Ce a fost adus și ce au făcut studiile din acestea. Totul se află criptat în spațiul de lucru.',
  allModels: 'Toate modelele',
  freeSpace: 'Eliberare spațiu…',
  importModel: 'Importul unui model…',
  verify: 'Verificare',
  export: 'Export',
  exportForm: 'Export…',
  keep: 'Păstrare',
  keepHint: 'Modelele marcate rămân când sunt eliminate cele înlocuite',
  doNotKeep: 'Fără păstrare',
  remove: 'Eliminare…',
  inPlans: 'În planuri și comenzi:',
  origins: {
    imported: 'Importat',
    extended: 'Vocabular extins',
    'pre-trained': 'Preantrenat',
    'fine-tuned': 'Ajustat fin',
    superseded: 'Înlocuit',
  },
  originIn: (origin, study) => `${origin} în ${study}`,
  inStudy: (study) => `în ${study}`,
  fromModel: (model) => `din ${model}`,
  heads: {
    'masked-language-model': 'completează cuvinte mascate',
    'sequence-classification': 'împarte textele în clase',
    'token-classification': 'marchează entități în text',
  },
  bareEncoder: 'encoder simplu',
  standings: {
    imported: 'A fost adus în bibliotecă și nu aparține niciunui studiu.',
    chosen: 'Un utilizator a ales să îl păstreze.',
    exported: 'A fost exportat.',
    start: 'Planul unui studiu pornește de la el.',
    newest: 'Este cel mai nou de felul său din studiul lui.',
    ancestor: 'Un model păstrat a fost făcut din el.',
    repeated: 'Rularea lui a fost repetată cu alte setări sau date.',
    replaced: 'Aceeași rulare l-a făcut din nou după o întrerupere.',
  },
  superseded: 'înlocuit',
  kept: 'păstrat',
  exported: 'exportat',
  columns: {
    name: 'Model',
    origin: 'Origine',
    family: 'Arhitectură',
    parameters: 'Parametri',
    size: 'Dimensiune',
    vocabulary: 'Vocabular',
    languages: 'Limbi',
    stored: 'Stocat',
  },
  sortedAscending: (column) =>
    `Modelele acestui spațiu de lucru, sortate crescător după „${column}”. Alegeți o coloană pentru a sorta după ea.`,
  sortedDescending: (column) =>
    `Modelele acestui spațiu de lucru, sortate descrescător după „${column}”. Alegeți o coloană pentru a sorta după ea.`,
  findModel: 'Căutarea unui model',
  findExample: 'Nume, studiu, limbă…',
  whatItDoes: 'Ce face',
  any: 'Toate',
  whereFrom: 'De unde provine',
  everywhere: 'De oriunde',
  study: 'Studiu',
  quoted: (words) => `„${words}”`,
  noneMatches: (filter) => `Niciun model nu corespunde cu ${filter}`,
  stillThere: (count) =>
    plural(count, {
      one: 'Cel # model este încă acolo.',
      few: 'Toate cele # modele sunt încă acolo.',
      other: 'Toate cele # de modele sunt încă acolo.',
    }),
  clearFilter: 'Ștergerea filtrului',
  shownModels: 'Modelele afișate',
  allShown: (count, bytes) =>
    `${plural(count, { one: '# model', few: '# modele', other: '# de modele' })}, ${bytes} de ponderi.`,
  someShown: (shown, count, bytes) =>
    `${shown} din ${plural(count, { one: '# model', few: '# modele', other: '# de modele' })}, ${bytes} de ponderi.`,
  noneShown: (count) =>
    plural(count, { one: '0 din # model.', few: '0 din # modele.', other: '0 din # de modele.' }),
  facts: 'Date',
  shape: 'Straturi × dimensiune ascunsă',
  shapeOf: (layers, hiddenSize, heads) =>
    `${layers} × ${hiddenSize}, ${plural(heads, { one: '# cap', few: '# capete', other: '# de capete' })}`,
  longestText: 'Cel mai lung text',
  tokens: (count) => plural(count, { one: '# token', few: '# tokeni', other: '# de tokeni' }),
  pieces: (count) => plural(count, { one: '# bucată', few: '# bucăți', other: '# de bucăți' }),
  classes: 'Clase',
  weightsHash: 'SHA-256 al ponderilor',
  lineage: 'De unde provine',
  lineageNote: 'Primul din linie este sus. Datele sunt numite prin SHA-256',
  lineageTable: 'De unde provine modelul',
  step: 'Pas',
  data: 'Pe',
  run: 'Rulare',
  when: 'Când',
  vocabularyOfStudy: (study) => `în studiul ${study}`,
  measured: 'Măsurători',
  measuredNote: 'Medii pe folduri, ale rulărilor ajustate fin pornind de la el sau care l-au făcut',
  notMeasured: 'Încă nemăsurat',
  notMeasuredHint:
    'Folosiți-l în planul unui studiu: este testat fold cu fold pe notele dumneavoastră etichetate.',
  measuredTable: 'Ce s-a măsurat la model',
  task: 'Sarcină',
  folds: 'Folduri',
  metrics: 'Metrici',
  dependents: 'Ce depinde de el',
  isStage: 'Studiul care l-a preantrenat se bazează pe el.',
  noDependents:
    'Niciun model nu a fost făcut din el și niciun plan de studiu nu pornește de la el.',
  madeFromIt: 'Modele făcute din el:',
  startFromIt: 'Studii ale căror planuri pornesc de la el:',
  importNotes: 'La import',
  notesUnknown:
    'Nu s-a consemnat: acest model a fost importat de o versiune anterioară. Importați din nou dosarul într-un spațiu de lucru nou pentru a vedea ce lipsea.',
  notesNone: 'Nicio pondere nu a lipsit și niciuna nu a fost omisă.',
  weights: (count) => plural(count, { one: '# pondere', few: '# ponderi', other: '# de ponderi' }),
  importTitle: 'Importul unui model',
  importFolder: 'Dosarul modelului',
  importFolderHint: (folder) =>
    `Pe calculatorul pe care rulează Anamnesis; cu config.json, ponderile și vocabularul. O cale relativă începe de la ${folder}`,
  importName: 'Nume, dacă nu este cel al dosarului',
  importNameRule: 'Litere mici, cifre, punct, liniuță de subliniere și cratimă',
  import: 'Import',
  workUnderWay: 'Așteptați lucrul în curs',
  exportWrites:
    'Scrie un dosar pe care îl deschid transformers, transformers.js și onnxruntime, cu o fișă a modelului și sume de control.',
  exportIsPlain:
    'Dosarul nu este criptat, iar ponderile pot repeta fragmente din textul pe care au fost antrenate: protejați dosarul așa cum protejați acel text.',
  exportCare: 'Jurnalul de audit consemnează că a fost scris.',
  exportFolder: 'Dosar nou sau gol',
  exportFolderHint: (folder) =>
    `Pe calculatorul pe care rulează Anamnesis. O cale relativă începe de la ${folder}`,
  smallerCopy: 'Exportul și al unei copii mai mici',
  smallerCopyHint:
    'Cam un sfert din dimensiune (int8), lângă modelul la dimensiunea lui întreagă (float32), pentru calculatoare cu mai puțină memorie. Copiile mai mici pot răspunde altfel. De aceea ambele sunt întrebate despre texte-mostră ale dumneavoastră, iar copia este refuzată, cu cifra respectivă, dacă nu răspund la fel în cel puțin 99 din 100 de cazuri.',
  sampleFile: 'Fișier cu texte-mostră',
  sampleFileHint:
    'Text simplu, câte un text pe linie: cel puțin o sută ca acelea pe care le va citi modelul și niciunul pe care a fost antrenat. Ele rămân aici; fișa modelului numește doar SHA-256 al fișierului. Unui model mare îi ia un timp să răspundă la toate',
  tasks: {
    import: (subject) => `Se importă ${subject}`,
    verify: (subject) => `Se verifică ${subject}`,
    export: (subject) => `Se exportă ${subject}`,
  },
  underWay: 'în curs',
  workOnModel: 'Lucru la un model',
  showIt: 'Afișare',
  copyDisagrees: (model) => `Copia mai mică a modelului ${model} nu răspunde ca modelul.`,
  onYourTexts: 'Pe textele-mostră',
  neededAtLeast: 'Minimul necesar',
  copyDisagreesHint:
    'Ce ați măsurat la model s-ar putea să nu fie valabil pentru o astfel de copie, așa că nu s-a scris nimic. Modelul însuși este neschimbat: folosiți-l la dimensiunea lui întreagă. (Cosinusul mediu spune cât de asemănătoare sunt răspunsurile brute; 1 înseamnă identice.)',
  copyUnproven: (model) =>
    `Textele-mostră nu pot arăta dacă o copie mai mică a modelului ${model} răspunde ca modelul.`,
  neededButFound: (needed, found) => `Necesar: ${needed}. S-a găsit: ${found}.`,
  nothingWritten: 'Încă nu s-a scris nimic; formularul păstrează ce ați introdus.',
  exportWithoutCopy: 'Export fără copia mai mică',
  intoFolder: (folder) => `în ${folder}`,
  removeQuestion: (model) => `Eliminați ${model}?`,
  removeConfirm: 'Eliminați modelul',
  removeStage: (study) =>
    `Nu poate fi eliminat: studiul ${study} l-a preantrenat și se bazează pe el.`,
  removeStageWithModels: 'Aceste modele au fost făcute din el, iar linia lor rămâne completă:',
  removeParent:
    'Nu poate fi eliminat: aceste modele au fost făcute din el, iar linia lor rămâne completă. Eliminați-le mai întâi pe acestea:',
  removeLoses: (bytes) =>
    `Ponderile lui, ${bytes}, sunt șterse. Nimeni nu le poate recupera, decât dintr-o copie de rezervă a spațiului de lucru. Ce s-a măsurat cu el rămâne.`,
  removeStopsPlans: 'Planurile acestor studii pornesc de la el; nu ar mai putea fi rulate din nou:',
  removeIsFree: 'Niciun model și niciun plan de studiu nu depinde de el.',
  pruneQuestion: 'Eliminați modelele înlocuite?',
  pruneConfirm: (bytes) => `Eliminați și eliberați ${bytes}`,
  looking: 'Se caută…',
  nothingSuperseded: (count) =>
    plural(count, {
      one: 'Nimic nu este înlocuit: cel # model este încă necesar.',
      few: 'Nimic nu este înlocuit: toate cele # modele sunt încă necesare.',
      other: 'Nimic nu este înlocuit: toate cele # de modele sunt încă necesare.',
    }),
  pruneExplained: (kept) =>
    `Un studiu rulat din nou cu alte setări lasă în urmă modelele rulării lui anterioare. Nu se pierde nimic dintr-un rezultat. Ce a fost importat, exportat sau marcat pentru păstrare rămâne, la fel și cel mai nou din fiecare model al unui studiu: ${plural(kept, { one: '# model', few: '# modele', other: '# de modele' })}.`,
  pruneList: 'Ce se elimină',
  pruneOfStudy: (study, moment) => `din ${study}, ${moment}`,
  unusedFiles: (count) =>
    plural(count, {
      one: '# fișier la care nu se referă nimic',
      few: '# fișiere la care nu se referă nimic',
      other: '# de fișiere la care nu se referă nimic',
    }),
  pruned: (bytes, models, files) =>
    `S-au eliberat ${bytes}. Eliminat: ${plural(models, { one: '# model', few: '# modele', other: '# de modele' })} în ${plural(files, { one: '# fișier', few: '# fișiere', other: '# de fișiere' })}.`,
  prunedReusable: (bytes) => `${bytes} rămân în baza de date și sunt folosiți pentru ce urmează.`,
  noModels: 'Încă niciun model',
  firstSteps: [
    {
      title: 'Obțineți un model pentru limba dumneavoastră',
      text: 'Un model lingvistic este un dosar cu fișiere pe care alții l-au antrenat pe mult text. Pentru neerlandeză, BERTje sau MedRoBERTa.nl; pentru spaniolă, BETO sau bsc-bio-ehr-es; pentru mai multe limbi deodată, BERT multilingv sau XLM-RoBERTa. Rugați-l pe cel care se ocupă de datele dumneavoastră să aducă dosarul pe acest calculator: Anamnesis nu descarcă niciodată nimic.',
    },
    {
      title: 'Importați dosarul',
      text: 'Spuneți unde se află în formularul de mai sus. Este citit, verificat și stocat criptat. Ce lipsește sau nu poate fi folosit este spus înainte de a se păstra ceva.',
    },
    {
      title: 'Folosiți-l într-un studiu',
      text: 'Un studiu îl adaptează la textul dumneavoastră și testează dacă aceasta a ajutat. Ce face studiul apare și aici.',
    },
  ],
  noFolder:
    'Nu aveți un dosar la îndemână? Un studiu poate și să antreneze un model mic numai din textul dumneavoastră:',
  writePlan: 'scrieți un plan',
  tryIt: 'Încercați-l',
  tryNote:
    'Lipiți un text: modelul îi spune clasa sau marchează ce găsește. Nimic din el nu este păstrat. Nu este o decizie despre un pacient.',
  tryButton: 'Întreabă modelul',
  tryWaiting: 'Modelul este întrebat; încărcarea lui poate dura puțin.',
  trySaid: 'Ce spune modelul',
  tryClass: 'Clasă',
  tryProbability: 'Probabilitate',
  trySought: 'Clasa căutată',
  tryCalibrated: (label, probability) => `${label}, calibrată: ${probability}`,
  tryUncalibrated: (label, probability) => `${label}, necalibrată: ${probability}`,
  tryAlert: (threshold) => `Alertă: la pragul de ${threshold} sau peste el.`,
  tryNoAlert: (threshold) => `Fără alertă: sub pragul de ${threshold}.`,
  tryNoThreshold: 'Nu se poate afirma niciun prag pentru ea.',
  tryApproximate:
    'Pragul provine din foldurile studiului și este aproximativ până când un set de test blocat îl confirmă.',
  tryRawProbability: 'Probabilitate, așa cum este',
  tryUnread: (share) => `Textul este mai lung decât modelul: ${share} din el nu a fost văzut.`,
  tryLabel: 'Etichetă',
  tryFrom: 'Se dă de la',
  tryGiven: (labels) => `Modelul dă: ${labels}.`,
  tryNothing: 'Modelul nu găsește nimic în acest text.',
};

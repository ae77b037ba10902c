import type { FieldMeaningsWording } from './en.ts';

export const fieldMeanings: FieldMeaningsWording = {
  name: 'Cheia studiului în spațiul de lucru și în numele fișierelor; alt nume este alt studiu.',
  title: 'Cum se citește în tabele și rapoarte; schimbarea nu costă nimic.',
  description: 'La ce folosește studiul, în cuvintele dumneavoastră; nu determină niciun rezultat.',
  seed: 'Numărul din care provine tot ce este întâmplător: cu același număr studiul poate fi repetat.',
  engine: 'Cu ce se calculează; cel mai rapid de pe acest calculator dacă nu se numește altul.',
  precision:
    'Cât de exact calculează antrenarea: mixtă este mai rapidă pe unele procesoare grafice.',
  unit: 'Ce parte dintr-un fișier text este socotită un document.',
  textColumn: 'Coloana tabelului care conține textul.',
  lineUnit: 'Din ce face curățarea o linie și ce se compară când se omit repetițiile.',
  encoding: 'Cum scriu fișierele literele cu diacritice, dacă nu este recunoscut corect.',
  copiedForward:
    'Ce se întâmplă cu paragrafele pe care le are deja un document anterior al aceluiași pacient.',
  nearDuplicatesOfCorpus:
    'Ce se întâmplă cu documentele aproape identice cu unul dinainte; cele păstrate se învață de două ori.',
  language: 'Numai documente în această limbă.',
  documentKind: 'Numai documente de acest fel, de exemplu scrisori.',
  from: 'Numai documente din această zi sau mai târzii; cele fără dată se omit.',
  to: 'Numai documente din această zi sau mai vechi, cu ziua inclusă.',
  size: 'Câte bucăți de cuvinte cunoaște modelul; mai multe fac textele mai scurte și modelul mai mare.',
  minFrequency: 'De câte ori trebuie să stea împreună două bucăți ca să devină una.',
  lowercase: 'Dacă majusculele se citesc ca litere mici; diferența se pierde.',
  limitAlphabet:
    'Câte caractere diferite sunt cunoscute; cuvintele cu altele mai rare sunt necunoscute.',
  addedTokens: 'Cel mult atâtea cuvinte din texte devin bucăți de sine stătătoare.',
  minFrequencyOfWord: 'Cuvintele mai rare în texte nu devin bucăți de sine stătătoare.',
  layers: 'Cât de adânc este modelul; timpul și memoria cresc proporțional.',
  hiddenSize: 'Cât de lat este modelul; timpul crește cam cu pătratul.',
  heads: 'În câte părți privește textul fiecare strat; lățimea trebuie să fie un multiplu.',
  intermediateSize: 'Cât de lat este fiecare strat în interior, de obicei de patru ori lățimea.',
  maxPositions: 'Cel mai lung text pe care îl va citi modelul, în tokeni (bucăți de cuvinte).',
  epochs: 'De câte ori parcurge antrenarea toate exemplele; timpul crește proporțional.',
  maxTokens:
    'Cât dintr-un text se citește odată, în tokeni (bucăți de cuvinte); mai mult cere mai mult timp și mai multă memorie.',
  batchSize: 'Câte texte se calculează odată; mai puține cer mai puțină memorie.',
  accumulation:
    'Câte loturi se adună înainte ca modelul să se schimbe; astfel loturile mici antrenează ca cele mari.',
  maskedFraction: 'Ce parte din tokeni trebuie să ghicească modelul, de la 0 la 1.',
  rows: 'Dacă rândurile se umplu cu o linie după alta sau fiecare linie are rândul ei.',
  weighting:
    'Cât dintr-o epocă este fiecare corpus: după mărime, toate la fel sau între cele două printr-o temperatură.',
  use: 'Cu ce stare continuă studiul: cea mai bună pe textul pus deoparte sau ultima; ambele sunt păstrate.',
  patience:
    'De câte ori la rând poate fi măsurat textul pus deoparte fără un nou maxim înainte ca antrenarea să se încheie.',
  heldOutFraction:
    'Din documentele fiecărui text, de la 0,001 la 0,5; pacienții rămân întregi unde sunt cunoscuți.',
  heldOutPoints: 'De câte ori este măsurată pe parcurs fiecare antrenare; fiecare durează puțin.',
  heldOutWords:
    'La fiecare măsurătoare se citesc cel mult atâtea cuvinte din fiecare text, mereu aceleași.',
  heldOutTokens: 'Liniile mai lungi se taie acolo la măsurare, în tokeni (bucăți de cuvinte).',
  wholeWords:
    'Dacă toate bucățile unui cuvânt se ascund împreună, ceea ce este mai greu de ghicit.',
  learningRate: 'Cât schimbă modelul fiecare pas: prea mult uită, prea puțin nu învață nimic.',
  weightDecay: 'Cât de tare sunt trase ponderile spre zero, împotriva învățării pe de rost.',
  warmupFraction: 'Partea din pași în care rata de învățare urcă la valoarea ei deplină.',
  maxGradientNorm:
    'Cât de mare poate fi cel mult un pas, ca niciun lot să nu strice ce s-a învățat.',
  dropout:
    'Partea din model care este oprită la întâmplare în antrenare, împotriva învățării pe de rost.',
  frozenEncoder:
    'Antrenează doar capul, pe ceea ce codificatorul spune o dată despre fiecare text; minute în loc de ore, de obicei mai slab.',
  earlyStopShare:
    'Din exemplele din care învață un fold, de la 0,05 la 0,5, pe grupuri întregi; niciodată din cele pe care este testat.',
  earlyStopPatience:
    'Câte epoci la rând pot trece fără una mai bună înainte ca antrenarea să se încheie.',
  earlyStopMeasure: 'Ce face o epocă mai bună pe exemplele reținute.',
  draws:
    'De câte ori sunt trase la sorți exemplele, de cel puțin zece ori; aceleași trageri pentru fiecare model.',
  epochsOfDraws: 'Fixe, astfel încât ținta să nu aleagă nimic.',
  withoutSource:
    'Dacă modelele învață aceleași exemple și fără sursă, ceea ce spune ce aduce sursa.',
  layerDecay:
    'Cu cât învață mai încet fiecare strat mai adânc, ca factor până la 1; dacă este gol, toate învață la fel.',
  baselines:
    'Metode simple pe care un model trebuie să le întreacă, în aceleași folduri; fiecare durează câteva secunde.',
  screening:
    'Sensibilitatea pentru care se alege un prag și cât de frecventă este clasa acolo unde va fi folosit modelul.',
  keywords:
    'Termeni care hotărăsc singuri clasa, dacă nu sunt negați, pentru referința cu acest nume.',
  labelsOfSeveral:
    'Pentru fiecare etichetă din date: cum o numește sarcina, sau null pentru a o ignora; notele ei rămân.',
  minimumCountOfSeveral:
    'Etichetele cu mai puține note, sau pe care le are un singur pacient, sunt ignorate; notele lor rămân.',
  labelThreshold:
    'Probabilitatea de la care o notă primește o etichetă: una pentru toate, sau pentru fiecare etichetă.',
  unlabelled:
    'Omise, pentru că poate nu le-a etichetat nimeni, sau note cărora nu li se aplică nicio etichetă.',
  labelsColumn: 'Coloana tabelului care conține etichetele unei note.',
  labelSeparator: 'Ce stă între etichetele unei note, de exemplu punct și virgulă.',
  classWeights:
    'Cât contează în antrenare o notă din fiecare clasă: echilibrat împiedică pierderea unei clase rare.',
  longNotes:
    'Ce se citește din notele prea lungi: ferestrele citesc tot și durează mai mult, celelalte omit text.',
  positiveClass: 'Din două clase, cea căutată; cea mai rară dacă nu este numită.',
  labels: 'Alte nume pentru clase sau tipuri, ca să fie unite sau omise.',
  minimumCount: 'Clasele sau tipurile cu mai puține exemple se omit.',
  keepModels: 'Dacă ponderile fiecărui fold rămân în spațiul de lucru; fiecare ocupă cât modelul.',
  finalModel:
    'Dacă la sfârșit fiecare model este antrenat și pe toate etichetele, pentru texte noi; câte o antrenare în plus.',
  foldsBy:
    'Prin tragere la sorți dacă este gol; după timp, fiecare fold testează o perioadă și învață din ce este dinainte: ce întâlnește un model pus la lucru.',
  repeats:
    'De câte ori se împart din nou exemplele în folduri; o dată dacă este gol. Timpul crește proporțional.',
  folds:
    'În câte părți se împart exemplele; fiecare este testată o dată de un model antrenat pe celelalte, iar timpul crește proporțional.',
  types: 'Numai aceste tipuri de entități, câte unul pe linie; toate dacă este gol.',
  groupByDocument: 'Dacă propozițiile unui document nu sunt niciodată învățate și testate deodată.',
  nearDuplicatesOfSet:
    'Dacă documentele aproape identice rămân în același fold, ca niciunul să nu fie testat pe o copie.',
  labelColumn: 'Coloana tabelului care conține clasa unei note.',
  idColumn: 'Coloana care numește o notă, ca să poată fi regăsită.',
  groupColumn: 'Coloana care numește pacientul: toate notele unuia rămân de aceeași parte.',
  tagColumn: 'Ce coloană a fișierului conține eticheta, numărată de la 0; gol se recunoaște.',
  wordColumn: 'Ce coloană a fișierului conține cuvântul, numărată de la 0; gol se recunoaște.',
};

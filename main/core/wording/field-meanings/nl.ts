import type { FieldMeaningsWording } from './en.ts';

export const fieldMeanings: FieldMeaningsWording = {
  name: 'De sleutel van de studie in de werkruimte en in bestandsnamen; een andere naam is een andere studie.',
  title: 'Hoe mensen het lezen in tabellen en rapporten; wijzigen kost niets.',
  description: 'Waarvoor de studie is, in uw eigen woorden; het bepaalt geen resultaat.',
  seed: 'Het getal waaruit alle toeval komt: met hetzelfde getal is de studie te herhalen.',
  engine: 'Waarmee wordt gerekend; de snelste van deze machine als er geen genoemd is.',
  precision: 'Hoe nauwkeurig training rekent: gemengd is sneller op sommige grafische processoren.',
  unit: 'Wat van een tekstbestand als één document geldt.',
  textColumn: 'De kolom van de tabel waarin de tekst staat.',
  lineUnit: 'Waarvan het opschonen een regel maakt, en wat bij herhalingen wordt vergeleken.',
  encoding: 'Hoe de bestanden letters met accenten schrijven, als dat niet goed wordt herkend.',
  copiedForward:
    'Wat er gebeurt met alinea’s die een eerder document van dezelfde patiënt al heeft.',
  nearDuplicatesOfCorpus:
    'Wat er gebeurt met documenten die bijna gelijk zijn aan een eerder; wat blijft, wordt dubbel geleerd.',
  language: 'Alleen documenten in deze taal.',
  documentKind: 'Alleen documenten van deze soort, bijvoorbeeld brieven.',
  from: 'Alleen documenten van deze dag of later; die zonder datum vallen weg.',
  to: 'Alleen documenten van deze dag of eerder, deze dag inbegrepen.',
  size: 'Hoeveel stukjes van woorden het model kent; meer maakt teksten korter en het model groter.',
  minFrequency: 'Hoe vaak twee stukjes samen moeten staan voordat ze er één worden.',
  lowercase: 'Of hoofdletters als kleine letters worden gelezen; het verschil gaat dan verloren.',
  limitAlphabet: 'Hoeveel verschillende tekens bekend zijn; woorden met zeldzamere zijn onbekend.',
  addedTokens: 'Hoogstens zo veel woorden van de teksten worden een eigen stukje.',
  minFrequencyOfWord: 'Woorden die zeldzamer zijn in de teksten worden geen eigen stukje.',
  layers: 'Hoe diep het model is; tijd en geheugen groeien evenredig.',
  hiddenSize: 'Hoe breed het model is; de tijd groeit ongeveer met het kwadraat.',
  heads:
    'In hoeveel delen elke laag naar de tekst kijkt; de breedte moet er een veelvoud van zijn.',
  intermediateSize: 'Hoe breed elke laag van binnen is, meestal vier keer de breedte.',
  maxPositions: 'De langste tekst die het model ooit leest, in tokens (stukjes van woorden).',
  epochs: 'Hoe vaak de training alle voorbeelden doorloopt; de tijd groeit evenredig.',
  maxTokens:
    'Hoeveel van een tekst in één keer wordt gelezen, in tokens (stukjes van woorden); meer kost meer tijd en geheugen.',
  batchSize: 'Hoeveel teksten tegelijk worden berekend; minder vraagt minder geheugen.',
  accumulation:
    'Hoeveel batches worden verzameld voordat het model verandert; zo trainen kleine batches als grote.',
  maskedFraction: 'Welk deel van de tokens het model moet raden, van 0 tot 1.',
  rows: 'Of rijen met de ene regel na de andere worden gevuld, of elke regel een eigen rij heeft.',
  weighting:
    'Hoe groot het deel van elk corpus in een epoche is: naar grootte, alle gelijk, of ertussenin met een temperatuur.',
  use: 'Met welke toestand de studie verdergaat: de beste op apart gehouden tekst, of de laatste; beide worden bewaard.',
  patience:
    'Hoe vaak achtereen apart gehouden tekst zonder een nieuwe beste mag worden gemeten voordat de training stopt.',
  heldOutFraction:
    'Van de documenten van elke tekst, van 0,001 tot 0,5; patiënten blijven heel waar ze bekend zijn.',
  heldOutPoints: 'Hoe vaak elke training onderweg erop wordt gemeten; elke meting kost wat tijd.',
  heldOutWords:
    'Hoogstens zo veel woorden van elke tekst worden per meting gelezen, steeds dezelfde.',
  heldOutTokens:
    'Langere regels worden daar afgekapt bij het meten, in tokens (stukjes van woorden).',
  wholeWords: 'Of alle stukjes van een woord samen worden verborgen, wat moeilijker te raden is.',
  learningRate: 'Hoe ver elke stap het model verandert: te groot vergeet, te klein leert niets.',
  weightDecay: 'Hoe sterk gewichten naar nul worden getrokken, tegen uit het hoofd leren.',
  warmupFraction: 'Het deel van de stappen waarin de leersnelheid tot haar volle waarde klimt.',
  maxGradientNorm:
    'Hoe groot één stap hoogstens mag worden, zodat geen enkele batch ongedaan maakt wat is geleerd.',
  dropout:
    'Het deel van het model dat bij training willekeurig wordt uitgezet, tegen uit het hoofd leren.',
  frozenEncoder:
    'Train alleen de kop, op wat de encoder één keer van elke tekst zegt; minuten in plaats van uren, meestal slechter.',
  earlyStopShare:
    'Van de voorbeelden waarvan een fold leert, van 0,05 tot 0,5, in hele groepen; nooit van die waarop hij wordt getest.',
  earlyStopPatience:
    'Hoeveel epochs achtereen zonder een betere voorbij mogen gaan voordat de training stopt.',
  earlyStopMeasure: 'Wat een epoch beter maakt op de achtergehouden voorbeelden.',
  draws:
    'Hoe vaak de voorbeelden worden geloot, ten minste tien keer; dezelfde trekkingen voor elk model.',
  epochsOfDraws: 'Vast, zodat het doel niets kiest.',
  withoutSource:
    'Of modellen dezelfde voorbeelden ook zonder de bron leren, wat zegt wat de bron geeft.',
  layerDecay:
    'Hoeveel trager elke diepere laag leert, als factor tot 1; alle leren gelijk als het leeg is.',
  baselines:
    'Eenvoudige methoden die een model moet verslaan, in dezelfde folds; elk kost seconden.',
  screening:
    'De sensitiviteit waarvoor een drempel wordt gekozen, en hoe vaak de klasse voorkomt waar het model wordt gebruikt.',
  keywords:
    'Termen die zelf de klasse bepalen, tenzij ontkend, voor het uitgangsmodel van die naam.',
  labelsOfSeveral:
    'Per label zoals de data het heeft: hoe de taak het noemt, of null om het te negeren; de notities blijven.',
  minimumCountOfSeveral:
    'Labels waarvan er minder notities zijn, of die maar één patiënt heeft, worden genegeerd; hun notities blijven.',
  labelThreshold: 'De kans vanaf welke een notitie een label krijgt: één voor alle, of per label.',
  unlabelled:
    'Weggelaten, omdat misschien niemand ze heeft gelabeld, of notities waarop geen label van toepassing is.',
  labelsColumn: 'De kolom van de tabel met de labels van een notitie.',
  labelSeparator: 'Wat tussen de labels van een notitie staat, zoals een puntkomma.',
  classWeights:
    'Hoe zwaar een notitie van elke klasse telt in de training: evenwichtig voorkomt dat een zeldzame klasse wordt weggeleerd.',
  longNotes:
    'Wat van te lange notities wordt gelezen: vensters lezen alles en kosten meer tijd, de andere laten tekst weg.',
  positiveClass: 'Van twee klassen de gezochte; de zeldzaamste als er geen genoemd is.',
  labels: 'Andere namen voor klassen of typen, om ze samen te voegen of weg te laten.',
  minimumCount: 'Klassen of typen met minder voorbeelden vallen weg.',
  keepModels:
    'Of de gewichten van elke fold in de werkruimte blijven; elk neemt zo veel ruimte als het model.',
  finalModel:
    'Of elk model aan het eind ook op alle labels wordt getraind, voor gebruik op nieuwe teksten; telkens één training meer.',
  foldsBy:
    'Door loting als het leeg is; naar tijd test elke fold een periode en leert van wat ouder is: wat een model meemaakt als het aan het werk gaat.',
  repeats:
    'Hoe vaak de voorbeelden opnieuw in folds worden verdeeld; één keer als het leeg is. De tijd groeit evenredig.',
  folds:
    'In hoeveel delen de voorbeelden worden verdeeld; elk wordt één keer getest door een model dat op de andere is getraind, zodat de tijd evenredig groeit.',
  types: 'Alleen deze entiteittypen, één per regel; alle als het leeg is.',
  groupByDocument: 'Of de zinnen van één document nooit tegelijk worden geleerd en getest.',
  nearDuplicatesOfSet:
    'Of documenten die bijna gelijk zijn in één fold blijven, zodat geen op een kopie wordt getest.',
  labelColumn: 'De kolom van de tabel met de klasse van een notitie.',
  idColumn: 'De kolom die een notitie benoemt, zodat die terug te vinden is.',
  groupColumn: 'De kolom die de patiënt noemt: alle notities van één patiënt blijven aan één kant.',
  tagColumn: 'Welke kolom van het bestand het label bevat, geteld vanaf 0; leeg wordt herkend.',
  wordColumn: 'Welke kolom van het bestand het woord bevat, geteld vanaf 0; leeg wordt herkend.',
};

import type { EnginesWording } from './en.ts';

export const engines: EnginesWording = {
  onThisMachine: (name) => `motorul de calcul ${name} pe acest calculator`,
  useAnother: 'Sau folosiți alt motor de calcul: anamnesis doctor le enumeră.',
  mixedPrecisionHere: 'un motor care calculează aici în precizie mixtă',
  whichDoesNot: (name, detail) => `${name}, care nu o face: ${detail}`,
  leavePrecisionOrWebgpu:
    'Omiteți precizia sau indicați onnx-webgpu pe un calculator al cărui procesor grafic are semiprecizie: anamnesis doctor o spune.',
  float32Only: 'doar float32',
  oneOf: (names) => `unul dintre ${names.join(', ')}`,
  correctEngineName:
    'Corectați numele sau omiteți-l: atunci se folosește cel mai rapid motor al acestui calculator.',
  precisionOnThisMachine: (precision) =>
    `un motor care calculează în precizie ${precision} pe acest calculator`,
  noneOf: (names) => `niciunul dintre ${names.join(', ')}`,
  leavePrecision:
    'Omiteți precizia sau calculați pe un calculator al cărui procesor grafic are semiprecizie: anamnesis doctor spune ce există.',
  anyOnThisMachine: 'un motor cu care acest calculator poate calcula',
  none: 'niciunul',
  runDoctor: 'Rulați anamnesis doctor: spune ce lipsește și ce este de făcut.',
  measureAgain:
    'Folosiți alt motor sau măsurați din nou când calculatorul are mai puțin de lucru și mai multă memorie.',
};

import type { ClusterWording } from './en.ts';

export const cluster: ClusterWording = {
  sealedBytes: 'de bytes die met deze sleutel zijn geschreven',
  otherBytes: 'andere: gewijzigd, afgebroken of verwisseld',
  runStudyForNewBundle:
    'Verwijder deze map en de sleutel ernaast, en voer de studie opnieuw uit: de run begint opnieuw.',
  versionOf: (version) => `een bundel van versie ${version}`,
  none: 'geen bekende',
  sameProgram:
    'Laat hier dezelfde versie van Anamnesis werken als op de machine van de werkruimte.',
  reachableFolder: 'de map te lezen en te schrijven die host en workers delen',
  checkSharedFolder:
    'Zorg dat de map er is, ruimte heeft en dat u erin mag schrijven, en geef dezelfde opdracht opnieuw: er gaat niets verloren.',
  ownersKey: 'een sleutel die alleen de eigenaar kan lezen',
  fileMode: (mode) => `een bestand met rechten ${mode}`,
  closeKey: (path) => `Geef de opdracht chmod 600 ${path}.`,
  inputThere: 'het werk van een run',
  sameRun: 'het resultaat van de run die werd gevraagd',
  anotherRun: 'een van andere gegevens of instellingen',
};

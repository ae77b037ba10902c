import type { ScoresWording } from './en.ts';

export const scores: ScoresWording = {
  testedExample: 'een voorbeeld waarop een model van de studie is getest',
  none: 'geen',
  lookAnew: 'Bekijk de resultaten van de studie opnieuw.',
  taskOfStudy: 'een taak van de studie',
  modelOfTask: 'een model dat op de taak is gemeten, of een van haar basislijnen',
  anotherName: 'een andere naam',
  finishedFold: 'scores van een voltooide fold',
  finishFold:
    'Voltooi eerst een fold van de taak met dit model; folds van een eerdere versie van het programma hebben geen scores.',
  classification: 'een taak met klassen',
  entities: 'een met entiteiten',
  noCurves: 'Bekijk haar fouten en cijfers: curven en drempels zijn van klassen.',
  oneOfClasses: 'een van de klassen van de taak',
  nameClass: 'Noem een klasse zoals de labels van de taak haar noemen.',
};

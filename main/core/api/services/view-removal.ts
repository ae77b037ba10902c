import type { StudyRemoval } from '#core/study/removal/plan-study-removal.ts';
import type { StoredData } from '#core/study/removal/stored-data.ts';
import type { StudyRemovalView } from '../contract/study-removal.ts';

/** What would go with a study, as the window shows it. */
export function viewRemoval(removal: StudyRemoval): StudyRemovalView {
  const { study, runCount, models, trainingCount, filesBytes, data, sharedData } = removal;
  const viewText = ({ kind, id, name, itemCount, studies }: StoredData) => ({
    ...{ kind, id, name, itemCount },
    studies: studies.filter((each) => each !== study),
  });
  return {
    ...{ runCount, trainingCount, filesBytes },
    models: models.map(({ reference }) => reference),
    texts: data.map(viewText),
    sharedTexts: sharedData.map(viewText),
  };
}

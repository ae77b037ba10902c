import type { NearDuplicatePair } from './near-duplicate-index.ts';

/** What is learned from and what is tested in one fold, by ids of labelled documents. */
export interface FoldDocuments {
  readonly training: readonly string[];
  readonly test: readonly string[];
}

/** A text of a corpus, with a labelled document to which it is a near-duplicate. */
export interface CorpusPair {
  readonly corpusId: string;
  readonly id: string;
  readonly jaccard: number;
  readonly containment: number;
}

export interface ContaminationInput {
  /** Clusters and pairs of the labelled documents, as `NearDuplicateIndex` gives them. */
  readonly clusters: readonly (readonly string[])[];
  readonly pairs: readonly NearDuplicatePair[];
  /** What queries of the same index with the texts of the corpus gave. */
  readonly corpusPairs: readonly CorpusPair[];
  readonly folds: readonly FoldDocuments[];
}

/** How far documents are known from elsewhere. */
interface Contamination<Pair> {
  /** Those in whose cluster something is that must not be known. */
  readonly documentCount: number;
  readonly ofCount: number;
  /** The pairs that show it, the most alike first. */
  readonly pairs: readonly Pair[];
}

export interface FoldContamination {
  /** Test documents that training documents of the fold resemble. */
  readonly testByTraining: Contamination<NearDuplicatePair>;
  /** Test documents that texts of the corpus resemble. */
  readonly testByCorpus: Contamination<CorpusPair>;
  /** Training documents that texts of the corpus resemble: allowed, but to be known. */
  readonly trainingByCorpus: Contamination<CorpusPair>;
}

/**
 * What each fold's test documents have been met as, in training or in a pre-training corpus. All
 * documents of a cluster count as met where one is: the strict reading, as for groups of folds.
 */
export function reportContamination(input: ContaminationInput): FoldContamination[] {
  const { pairs, corpusPairs, folds } = input;
  const earliest = new Map<string, string>();
  for (const cluster of input.clusters) for (const id of cluster) earliest.set(id, cluster[0]);
  const clusterOf = (id: string): string => earliest.get(id) ?? id;
  const ofCorpus = new Set(corpusPairs.map(({ id }) => clusterOf(id)));

  function byCorpus(ids: readonly string[]): Contamination<CorpusPair> {
    const concerned = new Set(ids.map(clusterOf));
    return {
      documentCount: ids.filter((id) => ofCorpus.has(clusterOf(id))).length,
      ofCount: ids.length,
      pairs: corpusPairs.filter(({ id }) => concerned.has(clusterOf(id))).toSorted(mostAlikeFirst),
    };
  }

  return folds.map(({ training, test }) => {
    const trained = new Set(training);
    const tested = new Set(test);
    const trainedClusters = new Set(training.map(clusterOf));
    const crosses = ({ first, second }: NearDuplicatePair): boolean =>
      (trained.has(first) && tested.has(second)) || (tested.has(first) && trained.has(second));
    return {
      testByTraining: {
        documentCount: test.filter((id) => trainedClusters.has(clusterOf(id))).length,
        ofCount: test.length,
        pairs: pairs.filter(crosses).toSorted(mostAlikeFirst),
      },
      testByCorpus: byCorpus(test),
      trainingByCorpus: byCorpus(training),
    };
  });
}

function mostAlikeFirst(
  one: { jaccard: number; containment: number },
  other: { jaccard: number; containment: number },
): number {
  return other.jaccard - one.jaccard || other.containment - one.containment;
}

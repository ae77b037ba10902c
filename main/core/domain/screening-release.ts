import type { Told } from '#core/base/phrase.ts';
import type { ScreeningRule } from './screening-rule.ts';

/** The fine-tuned model that a release puts to work, as it was: the entry may be gone meanwhile. */
export interface ReleasedModel {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of its weights. */
  readonly hash: string;
  readonly study: string;
  readonly task: string;
  /** As the plan names it. */
  readonly model: string;
  /** The fold that was left out of its training; null for one that was trained on all notes. */
  readonly fold: number | null;
}

/**
 * From which 1 − p of a class on it is left out of a note's prediction set: learned from scores of notes
 * that the models had not learned from, class by class, so that a set lacks the true class in at most
 * `errorRate` of the notes of that class.
 */
export interface ReleasedSets {
  readonly errorRate: number;
  /** In the order of the model's classes: a quantile of 1 − p, and of as many notes. */
  readonly classes: readonly {
    readonly name: string;
    /** Null where there were too few notes: then the class is in every set. */
    readonly quantile: number | null;
    readonly notes: number;
  }[];
}

/** What the text was like that the model learned from: what is unlike it is not judged. */
export interface ReleasedText {
  /** Of so many notes; 0 where they are not there any more, and nothing is known of them. */
  readonly notes: number;
  /** A larger share of unknown word pieces is not judged. */
  readonly mostUnknown: number;
  /** Scripts of its letters, as Unicode names them; empty where nothing is known. */
  readonly scripts: readonly string[];
  /** ISO 639-1, as far as they can be told; empty where none can. */
  readonly languages: readonly string[];
}

/** All that somebody decided when a model became a screening service. Never changed. */
export interface ReleaseContent {
  readonly model: ReleasedModel;
  /** The class that is looked for, among the classes of the model. */
  readonly label: string;
  readonly classes: readonly string[];
  /** Calibration, threshold and what it can claim; null for a model of which nothing was learned. */
  readonly rule: ScreeningRule | null;
  readonly sets: ReleasedSets | null;
  readonly text: ReleasedText;
  /** SHA-256 of all that is done to a text before the model reads it. */
  readonly preprocessing: string;
  /** What it is for, and on whose notes, in the words of who released it. */
  readonly intendedUse: string;
  readonly population: string;
  /** Why it may be tried but not relied on; empty for one that is in use. */
  readonly trialReasons: readonly Told[];
}

/** A screening service: a model, released by a decision that stays readable. */
export interface ScreeningRelease {
  /** Counted from 1, never used again. */
  readonly id: number;
  /** What people call the service; a new release of the name replaces the one before. */
  readonly name: string;
  readonly content: ReleaseContent;
  /** Id of who released it; null where nobody is known. */
  readonly person: string | null;
  readonly releasedAtMs: number;
  /** No note is screened from this moment on. */
  readonly untilMs: number;
  /** The release that it replaced; null for the first of its name. */
  readonly replaces: number | null;
  /** The release that replaced it; null for the newest of its name. */
  readonly replacedBy: number | null;
}

/** Whether a release may be worked with. The list is closed. */
export type ReleaseStanding = 'for-trial' | 'in-use' | 'expired' | 'replaced';

/** What a release is at a moment: what ends it counts before what it may be used for. */
export function standingOf(release: ScreeningRelease, nowMs: number): ReleaseStanding {
  if (release.replacedBy !== null) return 'replaced';
  if (nowMs >= release.untilMs) return 'expired';
  return release.content.trialReasons.length > 0 ? 'for-trial' : 'in-use';
}

import type { Failure } from '#contract/failure.ts';
import type { ClassQuestionView, ClassScoresView } from '#contract/scores.ts';
import { failureOf, type Client } from '../client/client.ts';

/** What is asked of every model. */
export type ClassQuestion = Omit<ClassQuestionView, 'model'>;

export interface ModelScores {
  readonly model: string;
  readonly scores: ClassScoresView;
}

/** What models say of one class, as far as their scores were kept. */
export class ScoresState {
  scores = $state.raw<readonly ModelScores[] | null>(null);
  /** Models of which no scores were kept. */
  without = $state.raw<readonly string[]>([]);
  failure = $state.raw<Failure | null>(null);
  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Until all have answered, what was shown stays; an answer to an older question is dropped. */
  async ask(question: ClassQuestion, models: readonly string[]): Promise<void> {
    const asked = ++this.#asked;
    const answers = await Promise.all(
      models.map(async (model) => {
        try {
          const scores = await this.#client.call('scores.ofClass', { ...question, model });
          return { model, scores, failure: null };
        } catch (error) {
          return { model, scores: null, failure: failureOf(error) };
        }
      }),
    );
    if (asked !== this.#asked) return;
    const hasScores = ({ failure }: { readonly failure: Failure | null }) =>
      failure?.code !== 'evaluation.empty';
    this.scores = answers.flatMap(({ model, scores }) =>
      scores === null ? [] : [{ model, scores }],
    );
    this.without = answers.filter((answer) => !hasScores(answer)).map(({ model }) => model);
    this.failure =
      answers.filter(hasScores).find(({ failure }) => failure !== null)?.failure ?? null;
  }
}

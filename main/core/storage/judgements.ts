import { deflateSync, inflateSync } from 'node:zlib';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StorageContext } from './storage-context.ts';

/** What a task’s judgement was made of. */
interface OfTask {
  readonly studyId: string;
  readonly task: string;
}

/** What the scores of a study's examples say of its models; it goes with the study. */
export interface JudgementStore {
  /** In the place of what was known of the task, rules included. `content` is plain data. */
  put(
    judged: OfTask & {
      /** Of the runs and settings that it was made of. */
      readonly hash: string;
      readonly content: unknown;
      readonly rules: readonly { readonly model: string; readonly rule: ScreeningRule }[];
    },
  ): void;
  /** The hash of what is known of a task. */
  hashOf(task: OfTask): string | undefined;
  /** As it was given to `put`. */
  find(task: OfTask): { readonly hash: string; readonly content: unknown } | undefined;
  /** How the model of a task is to be read that looks for a class; null where nothing is known. */
  ruleOf(model: OfTask & { readonly model: string }): ScreeningRule | null;
}

export function openJudgementStore({ sql }: StorageContext): JudgementStore {
  const ofTask = 'study_id = @studyId AND task = @task';
  return {
    put({ studyId, task, hash, content, rules }) {
      sql.transaction(() => {
        sql.run(`INSERT OR REPLACE INTO judgements VALUES (@studyId, @task, @hash, @content)`, {
          studyId,
          task,
          hash,
          content: deflateSync(JSON.stringify(content)),
        });
        sql.run(`DELETE FROM screening_rules WHERE ${ofTask}`, { studyId, task });
        for (const { model, rule } of rules) {
          sql.run(`INSERT INTO screening_rules VALUES (@studyId, @task, @model, @content)`, {
            studyId,
            task,
            model,
            content: canonicalJson(rule),
          });
        }
      });
    },
    hashOf({ studyId, task }) {
      const row = sql.get(`SELECT hash FROM judgements WHERE ${ofTask}`, { studyId, task });
      return (row as { readonly hash: string } | undefined)?.hash;
    },
    find({ studyId, task }) {
      const row = sql.get(`SELECT hash, content FROM judgements WHERE ${ofTask}`, {
        studyId,
        task,
      });
      if (row === undefined) return undefined;
      const { hash, content } = row as { readonly hash: string; readonly content: Uint8Array };
      return { hash, content: JSON.parse(inflateSync(content).toString()) as unknown };
    },
    ruleOf({ studyId, task, model }) {
      const row = sql.get(
        `SELECT content_json AS json FROM screening_rules WHERE ${ofTask} AND model = @model`,
        { studyId, task, model },
      );
      return row === undefined
        ? null
        : (JSON.parse((row as { readonly json: string }).json) as ScreeningRule);
    },
  };
}

import { describe, expect, test } from 'vitest';
import { openCheckpoint } from './open-checkpoint.ts';
import { saveCheckpoint } from './save-checkpoint.ts';
import { filesOf, readAll } from './testing/memory-folder.ts';
import { folderOf, makeSmallModel } from './testing/small-model.ts';

describe('A saved checkpoint', () => {
  const heads = [
    { kind: 'masked-language-model' },
    { kind: 'masked-language-model', untied: true },
    { kind: 'sequence-classification', labelCount: 3 },
    { kind: 'token-classification', labelCount: 3 },
  ] as const;

  test.each(
    heads.flatMap((head) =>
      (['bert', 'distilbert', 'roberta'] as const).map((family) => [head, family] as const),
    ),
  )('with the head %j of %s is the same when it is opened', async (head, family) => {
    const content = makeSmallModel(family, head);
    const { encoder, weights, labels, tokenizerFiles } = content;
    const again = await openCheckpoint(filesOf(folderOf(content)));
    expect(again).toMatchObject({ encoder, family, head });
    expect(again.labels).toEqual(labels);
    expect(again.tokenizerFiles).toEqual(tokenizerFiles);
    const values = Object.entries(await readAll(again)).map(([name, tensor]) => [
      name,
      tensor.values,
    ]);
    expect(Object.fromEntries(values)).toEqual(
      Object.fromEntries([...weights].map(([name, floats]) => [name, [...floats]])),
    );
    expect(saveCheckpoint(content)).toEqual(saveCheckpoint(makeSmallModel(family, head)));
  });

  test('says how the classes of its classifier stand to each other', async () => {
    const head = { kind: 'sequence-classification', labelCount: 3 } as const;
    for (const problemType of ['multi_label_classification', 'regression'] as const) {
      const saved = folderOf({ ...makeSmallModel('bert', head), problemType });
      expect((await openCheckpoint(filesOf(saved))).problemType).toBe(problemType);
    }
    const saved = folderOf(makeSmallModel('bert', head));
    expect(await openCheckpoint(filesOf(saved))).not.toHaveProperty('problemType');
  });

  test('has the bias of an output matrix of its own twice, without which transformers makes both anew', () => {
    const biasesOf = (family: 'bert' | 'distilbert' | 'roberta', untied: boolean) => {
      const head = { kind: 'masked-language-model', ...(untied ? { untied } : {}) } as const;
      const json = new TextDecoder().decode(
        folderOf(makeSmallModel(family, head))['model.safetensors'],
      );
      return [
        'cls.predictions.decoder.bias',
        'lm_head.decoder.bias',
        'vocab_projector.bias',
      ].filter((name) => json.includes(`"${name}"`));
    };
    expect(biasesOf('bert', true)).toEqual(['cls.predictions.decoder.bias']);
    expect(biasesOf('roberta', true)).toEqual(['lm_head.decoder.bias']);
    expect(biasesOf('distilbert', true)).toEqual(['vocab_projector.bias']);
    expect(biasesOf('bert', false)).toEqual([]);
    expect(biasesOf('roberta', false)).toEqual([]);
  });
});

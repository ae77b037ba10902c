import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const binding = 'node_modules/@tensorflow/tfjs-node/binding/tfjs_binding.cc';
const header = 'include/tensorflow/c/c_api.h';

/** Runs the script for a project of the given empty files, on one of its folders. */
function build(files: readonly string[], source: string) {
  const root = mkdtempSync(join(tmpdir(), 'anamnesis-tensorflow-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  // Any program passes for a compiler: none is reached here.
  const env = { ...process.env, ANAMNESIS_ROOT: root, CXX: 'sh' };
  const script = join(import.meta.dirname, '../build/build-tensorflow.sh');
  return spawnSync('sh', [script, join(root, source)], { env, encoding: 'utf8' });
}

/** What it builds where everything is there: test/conformance/fetch-tensorflow.sh and its tests. */
describe.skipIf(process.platform !== 'linux')('the build of native TensorFlow', () => {
  it.each([
    ['nothing', [binding], 'nowhere', 'Not found'],
    ['no package to build', [`tf/${header}`], 'tf', 'npm install --no-save --ignore-scripts'],
    ['a folder of something else', [binding, 'tf/readme'], 'tf', `${header} was not found`],
    ['a file of something else', [binding, 'tf.whl'], 'tf.whl', 'This is no wheel of TensorFlow'],
    ['headers without a library', [binding, `tf/${header}`], 'tf', 'libtensorflow.so.2 was found'],
    [
      'half a library',
      [binding, `tf/tensorflow/${header}`, 'tf/tensorflow/libtensorflow_cc.so.2'],
      'tf',
      'libtensorflow_framework.so.2 was not found',
    ],
  ])('given %s, says what is missing and changes nothing', (_, files, source, said) => {
    const { status, stderr } = build(files, source);
    expect(stderr).toContain(said);
    expect(status).toBe(1);
  });
});

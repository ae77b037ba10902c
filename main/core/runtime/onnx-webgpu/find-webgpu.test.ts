import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { tryWebGpuAdapter } from './try-adapter.ts';

/** Looks for WebGPU in a process whose Vulkan loader finds no driver. */
function findWithoutDrivers(): unknown {
  const find = new URL('find-webgpu.ts', import.meta.url).href;
  const code = `
    const { findWebGpu } = await import(${JSON.stringify(find)});
    const outcome = await findWebGpu().then(
      ({ detail }) => ({ detail }),
      ({ code, details: { found, remedy } }) => ({ code, found, remedy }),
    );
    console.log(JSON.stringify(outcome));
  `;
  const nowhere = '/nonexistent/driver.json';
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, VK_DRIVER_FILES: nowhere, VK_ICD_FILENAMES: nowhere },
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('looking for a graphics processor', () => {
  it.runIf(process.platform === 'linux')(
    'says what is missing and what would help where there is none, and ends well',
    () => {
      expect(findWithoutDrivers()).toEqual({
        code: 'runtime.unavailable',
        found: 'Vulkan offers no usable adapter',
        remedy: expect.stringContaining('libvulkan1') as string,
      });
    },
  );

  it('says so where onnxruntime was built without WebGPU', async () => {
    await expect(tryWebGpuAdapter('linux', [{ name: 'cpu' }])).rejects.toMatchObject({
      code: 'runtime.unavailable',
      details: { found: expect.stringContaining('no WebGPU provider for linux') as string },
    });
  });
});

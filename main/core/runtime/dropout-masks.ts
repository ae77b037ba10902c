import { AnamnesisError } from '#core/base/error.ts';
import { evaluateDimension } from '#core/graph/dimensions.ts';
import type { DropoutSite } from '#core/model/model-builder.ts';
import type { DropoutKey } from '#core/training/ports.ts';
import { createKeepMaskKernel } from './kernels/instantiate.ts';
import type { KeepMaskKernel } from './kernels/instantiate.ts';
import { maskGroupBytes, planKeepMask } from './kernels/keep-mask.ts';

export interface KeepMask {
  readonly name: string;
  readonly shape: readonly number[];
  /** 1 keeps, 0 drops. Valid until the next masks are written. */
  readonly data: Uint8Array;
}

/** The symbols of a graph's shapes, with the sizes of a batch. */
export type MaskSizes = Readonly<Record<'rows' | 'columns' | 'targets', number>>;

const pageBytes = 2 ** 16;

/** Writes the masks of a step into memory that is kept from step to step and grows as needed. */
export class DropoutMasks {
  #memory = new WebAssembly.Memory({ initial: 1 });
  #kernel: KeepMaskKernel = createKeepMaskKernel(this.#memory);

  #reserve(bytes: number): void {
    if (bytes <= this.#memory.buffer.byteLength) return;
    // A new memory instead of a grown one: growing copies what nobody needs any more.
    try {
      this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    } catch (cause) {
      throw new AnamnesisError('runtime.out-of-memory', {
        expected: `${Math.ceil(bytes / 2 ** 20)} MiB for dropout masks`,
        found: 'less free memory',
        remedy: 'Use smaller batches.',
        cause,
      });
    }
    this.#kernel = createKeepMaskKernel(this.#memory);
  }

  /** One mask per site, each from its own counters (`kernels/keep-mask.ts`). */
  write(
    sites: readonly DropoutSite[],
    sizes: MaskSizes,
    { key, rate }: { key: DropoutKey; rate: number },
  ): readonly KeepMask[] {
    const bindings = new Map(Object.entries(sizes));
    let bytes = 0;
    const places = sites.map((site) => {
      const dimensions = site.shape.map((dimension) => evaluateDimension(dimension, bindings));
      const size = dimensions.reduce((product, dimension) => product * dimension, 1);
      const offset = bytes;
      bytes += Math.ceil(size / maskGroupBytes) * maskGroupBytes;
      return { name: site.name, shape: dimensions, size, offset };
    });
    this.#reserve(bytes);
    return places.map(({ name, shape: dimensions, size, offset }, site) => {
      this.#kernel.write(offset, size, planKeepMask(key, site, rate));
      const data = new Uint8Array(this.#memory.buffer, offset, size);
      return { name, shape: dimensions, data };
    });
  }
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';

/** Where the package onnxruntime-node keeps its shared library, per operating system. */
const libraries = {
  linux: { file: 'libonnxruntime.so.1', architectures: ['x64', 'arm64'] },
  win32: { file: 'onnxruntime.dll', architectures: ['x64', 'arm64'] },
  darwin: { file: 'libonnxruntime.1.dylib', architectures: ['arm64'] },
} as const satisfies Record<string, { file: string; architectures: readonly string[] }>;

export interface Machine {
  readonly platform: string;
  readonly architecture: string;
}

function isSupported(platform: string): platform is keyof typeof libraries {
  return platform in libraries;
}

/** Path inside the package, for example bin/napi-v6/linux/x64/libonnxruntime.so.1. */
export function locateLibrary(machine: Machine): string {
  const { platform, architecture } = machine;
  if (isSupported(platform)) {
    const { file, architectures } = libraries[platform];
    if (architectures.some((known) => known === architecture)) {
      return join('bin', 'napi-v6', platform, architecture, file);
    }
  }
  throw new AnamnesisError('runtime.unavailable', {
    expected: 'Linux or Windows on x64 or arm64, or macOS on arm64',
    found: `${platform} on ${architecture}`,
    remedy: 'Use another machine or another engine; onnxruntime has no build for this one.',
  });
}

/** The installed package: its version and the full path of its shared library. */
export function resolveLibrary(machine: Machine): { version: string; path: string } {
  const inside = locateLibrary(machine);
  const packages = createRequire(import.meta.url);
  const manifest = packages.resolve('onnxruntime-node/package.json');
  const { version } = packages(manifest) as { version: string };
  // A packaged desktop app keeps native files beside its archive, where the loader can open them.
  const folder = dirname(manifest).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  return { version, path: join(folder, inside) };
}

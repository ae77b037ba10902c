import { createHash } from 'node:crypto';
import { neededGlibc } from './native-files.ts';
import type { InstalledPackage } from './production-packages.ts';

export interface Parts {
  readonly version: string;
  readonly secondsSinceEpoch: number;
  readonly node: { readonly version: string; readonly binary: Uint8Array };
  /** What lies in node_modules. */
  readonly packages: readonly InstalledPackage[];
  /** What became part of the built files. */
  readonly bundled: readonly InstalledPackage[];
}

/** The parts of the program as CycloneDX 1.6, of the same bytes for the same parts. */
export function writeSbom(parts: Parts): string {
  const { version, secondsSinceEpoch, node, packages, bundled } = parts;
  const reference = `anamnesis@${version}`;
  const components = [
    {
      type: 'application',
      'bom-ref': `node@${node.version}`,
      name: 'node',
      version: node.version,
      purl: `pkg:generic/node@${node.version}`,
      hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(node.binary).digest('hex') }],
      licenses: [{ license: { id: 'MIT' } }],
      properties: [{ name: 'anamnesis:place', value: 'node' }],
    },
    ...packages.map((each) => describe(each, each.path)),
    ...bundled.map((each) => describe(each, 'program')),
  ];
  const content = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: new Date(1000 * secondsSinceEpoch).toISOString(),
      component: {
        type: 'application',
        'bom-ref': reference,
        name: 'anamnesis',
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        properties: [{ name: 'anamnesis:needs', value: `glibc >= ${neededGlibc}` }],
      },
    },
    components,
    dependencies: [
      { ref: reference, dependsOn: components.map((component) => component['bom-ref']) },
    ],
  };
  const serialNumber = uuidOf(JSON.stringify(content));
  return `${JSON.stringify({ ...content, serialNumber }, null, 2)}\n`;
}

/** @param place where its files are in the package */
function describe({ name, version, licence, integrity }: InstalledPackage, place: string) {
  const [scope, short] = name.startsWith('@') ? name.split('/') : ['', name];
  const path = scope === '' ? short : `${encodeURIComponent(scope)}/${short}`;
  return {
    type: 'library',
    'bom-ref': `${name}@${version}#${place}`,
    ...(scope === '' ? {} : { group: scope }),
    name: short,
    version,
    purl: `pkg:npm/${path}@${version}`,
    hashes: integrity === null ? [] : [hashOf(integrity)],
    licenses: [licenceOf(licence)],
    properties: [{ name: 'anamnesis:place', value: place }],
  };
}

/** An expression names several licences; anything else is one of SPDX's list. */
function licenceOf(licence: string) {
  if (licence === 'unknown') return { license: { name: 'unknown' } };
  return / (AND|OR|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } };
}

/** @param integrity as npm writes it: "sha512-" and base64 */
function hashOf(integrity: string) {
  const [algorithm, base64] = integrity.split('-');
  return {
    alg: algorithm.replace(/^sha/, 'SHA-'),
    content: Buffer.from(base64, 'base64').toString('hex'),
  };
}

/** A number that differs where the content does (UUID version 8, whose bits are ours to choose). */
function uuidOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

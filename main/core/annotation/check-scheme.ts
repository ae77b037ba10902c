import { AnamnesisError } from '#core/base/error.ts';
import type { Told } from '#core/base/phrase.ts';
import type { AnnotationScheme, SchemeLabel } from '#core/domain/annotation-scheme.ts';
import { say } from '#core/wording/say.ts';

/** Longer names are no classes or types (as in imports). */
const longestName = 100;

/**
 * A scheme can be worked with: something is labelled, names and keys of what stands side by side
 * differ, attributes speak of types that there are.
 * @throws annotation.scheme-invalid
 */
export function checkScheme(scheme: AnnotationScheme): void {
  const { classChoice, classes, types, attributes } = scheme;
  if (classChoice === 'none' && types.length === 0) refuse(say('annotation', 'nothingLabelled'));
  if (classChoice === 'none' && classes.length > 0) refuse(say('annotation', 'classesUnused'));
  if (classChoice === 'one' && classes.length < 2) refuse(say('annotation', 'tooFewClasses', 2));
  if (classChoice === 'several' && classes.length < 1) {
    refuse(say('annotation', 'tooFewClasses', 1));
  }
  for (const labels of [classes, types, attributes]) checkNames(labels.map(({ name }) => name));
  // Classes and types are given on the same page, by the same keyboard.
  checkKeys([...classes, ...types]);
  for (const { name, values, types: of } of attributes) {
    if (values.length === 0) refuse(say('annotation', 'attributeWithoutValues', name));
    checkNames(values);
    const unknown = of?.find((type) => !types.some((each) => each.name === type));
    if (unknown !== undefined) refuse(say('annotation', 'attributeOfUnknown', name, unknown));
  }
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const isName = name.trim() === name && name !== '' && !/[\n\r\t\0]/.test(name);
    if (!isName || name.length > longestName) {
      refuse(say('annotation', 'noName', name.slice(0, longestName)));
    }
    if (seen.has(name)) refuse(say('annotation', 'nameTwice', name));
    seen.add(name);
  }
}

function checkKeys(labels: readonly SchemeLabel[]): void {
  const seen = new Map<string, string>();
  for (const { name, key } of labels) {
    if (key === null) continue;
    if (!/^[\p{Ll}\p{N}]$/u.test(key)) refuse(say('annotation', 'noKey', name));
    const other = seen.get(key);
    if (other !== undefined) refuse(say('annotation', 'keyTwice', key, other, name));
    seen.set(key, name);
  }
}

function refuse(found: Told): never {
  throw new AnamnesisError('annotation.scheme-invalid', {
    expected: say('annotation', 'soundScheme'),
    found,
    remedy: say('annotation', 'correctScheme'),
  });
}

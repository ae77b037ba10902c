import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';
import { headerFormat, wrappingContext } from './workspace-header.ts';
import type { HeaderSlot, OnePassphraseHeader, SlotsHeader } from './workspace-header.ts';
import {
  deriveKey,
  stretchPassphrase,
  stretchPassphraseLater,
  unwrapKey,
  wrapKey,
} from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';

/** An empty passphrase protects nothing. @throws workspace.passphrase-empty */
export function requirePassphrase(passphrase: string): void {
  if (passphrase !== '') return;
  throw new AnamnesisError('workspace.passphrase-empty', {
    expected: say('workspace', 'aPassphrase'),
    found: say('workspace', 'anEmptyOne'),
    remedy: say('workspace', 'choosePassphrase'),
  });
}

/** A slot that gives the raw key to whoever knows the passphrase. @throws workspace.passphrase-empty */
export async function makeSlot(
  { id, rawKey }: { readonly id: string; readonly rawKey: Uint8Array },
  slot: Pick<HeaderSlot, 'id' | 'kind'>,
  { passphrase, scrypt }: { readonly passphrase: string; readonly scrypt: ScryptParameters },
): Promise<HeaderSlot> {
  requirePassphrase(passphrase);
  const saltBytes = randomBytes(32);
  const salt = saltBytes.toString('base64');
  const wrappingKey = await stretchPassphraseLater(passphrase, saltBytes, scrypt);
  const wrapped = wrapKey(rawKey, wrappingKey, wrappingContext(id, { scrypt, salt }, slot));
  return { ...slot, boundTo: 'slot', scrypt, salt, wrappedKey: wrapped.toString('base64') };
}

function unwrapSlot(workspaceId: string, slot: HeaderSlot, wrappingKey: Uint8Array) {
  const context = wrappingContext(workspaceId, slot, slot.boundTo === 'slot' ? slot : null);
  return unwrapKey(Buffer.from(slot.wrappedKey, 'base64'), wrappingKey, context);
}

/** The raw key, or null when the passphrase is not that of the slot. */
export function openSlot(workspaceId: string, slot: HeaderSlot, passphrase: string) {
  const salt = Buffer.from(slot.salt, 'base64');
  return unwrapSlot(workspaceId, slot, stretchPassphrase(passphrase, salt, slot.scrypt));
}

/** The same while the process does other things. */
export async function openSlotLater(workspaceId: string, slot: HeaderSlot, passphrase: string) {
  const salt = Buffer.from(slot.salt, 'base64');
  const wrappingKey = await stretchPassphraseLater(passphrase, salt, slot.scrypt);
  return unwrapSlot(workspaceId, slot, wrappingKey);
}

type Unsealed = Omit<SlotsHeader, 'seal'>;

/** What a header of one passphrase becomes: its key stays wrapped as it is. */
export function asSlots(header: OnePassphraseHeader, firstId: string): Unsealed {
  const { id, keyCheck, scrypt, salt, wrappedKey } = header;
  return {
    format: headerFormat,
    version: 2,
    id,
    keyCheck,
    generation: 1,
    slots: [{ id: firstId, kind: 'person', boundTo: 'header', scrypt, salt, wrappedKey }],
  };
}

function sealOf(header: Unsealed, rawKey: Uint8Array): Buffer {
  return createHmac('sha256', deriveKey(rawKey, 'header')).update(canonicalJson(header)).digest();
}

/** Closes a header, so that nobody without the key can add, take, exchange or weaken a slot unseen. */
export function sealHeader(header: Unsealed, rawKey: Uint8Array): SlotsHeader {
  return { ...header, seal: sealOf(header, rawKey).toString('base64') };
}

/** @throws workspace.header-altered */
export function requireSeal(
  { seal, ...header }: SlotsHeader,
  rawKey: Uint8Array,
  place: string,
): void {
  if (timingSafeEqual(sealOf(header, rawKey), Buffer.from(seal, 'base64'))) return;
  throw new AnamnesisError('workspace.header-altered', {
    expected: say('workspace', 'sealedHeader'),
    found: say('workspace', 'brokenSeal'),
    remedy: say('workspace', 'restoreAlteredHeader'),
    place,
  });
}

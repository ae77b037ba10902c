import type { IncomingMessage } from 'node:http';
import type { ZodType } from 'zod';
import { refuse } from './refusal.ts';
import { say } from '#core/wording/say.ts';
import type { Told } from '#core/base/phrase.ts';

/** A plan of the largest allowed size fits, also when every character takes four bytes. */
const maxBodyBytes = 2_100_000;

/** Reads a JSON body. Throws `server.too-large` as soon as it is, and `server.not-a-message`. */
export async function readMessage(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json')
    refuseForm(say('window', 'contentType'));
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) refuseSize();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBodyBytes) refuseSize();
    parts.push(part);
  }
  return parseMessage(Buffer.concat(parts).toString('utf8'));
}

/** Parses text as JSON; with a schema also of that form. Throws `server.not-a-message`. */
export function parseMessage(text: string): unknown;
export function parseMessage<Message>(text: string, schema: ZodType<Message>): Message;
export function parseMessage(text: string, schema?: ZodType): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuseForm(say('window', 'notJson'));
  }
  return schema === undefined ? value : checkMessage(value, schema);
}

/** Throws `server.not-a-message` for a value of another form. */
export function checkMessage<Message>(value: unknown, schema: ZodType<Message>): Message {
  const result = schema.safeParse(value);
  return result.success ? result.data : refuseForm(say('window', 'otherForm'));
}

function refuseForm(found: Told): never {
  return refuse('server.not-a-message', {
    expected: say('window', 'messageInJson'),
    found,
    remedy: say('window', 'reload'),
  });
}

function refuseSize(): never {
  return refuse('server.too-large', {
    expected: say('window', 'atMostBytes', maxBodyBytes),
    found: say('window', 'more'),
    remedy: say('window', 'shortenPlan'),
  });
}

import type { ServerResponse } from 'node:http';
import type { Reply } from '#core/api/contract/failure.ts';
import { toFailure } from '#core/api/failure.ts';
import { windowHeaders } from '#hosts/composition/window-security.ts';
import type { WindowFile } from '#hosts/composition/window-files.ts';
import { statusOf } from './refusal.ts';

export function answerReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.writeHead(status, {
    ...windowHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

export function answerFile(response: ServerResponse, file: WindowFile, withBody: boolean): void {
  response.writeHead(200, {
    ...windowHeaders,
    'Content-Type': file.mediaType,
    'Content-Length': file.content.length,
  });
  response.end(withBody ? file.content : undefined);
}

/** The connection is closed after a refusal: what is left of its body is not worth reading. */
export function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('Connection', 'close');
  answerReply(response, statusOf(error), { ok: false, failure: toFailure(error) });
}

import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { FaultEffect } from './fault.ts';

const PAD_PIECE = Buffer.alloc(64 * 1024, ' ');

/**
 * Sends the answer and applies the fault's effects on the connection. Ends early if the client disconnects.
 */
export async function send(response: ServerResponse, answer: Answer, effect: FaultEffect): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  try {
    await transmit(response, answer, effect, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

async function transmit(
  response: ServerResponse,
  answer: Answer,
  effect: FaultEffect,
  signal: AbortSignal,
): Promise<void> {
  if (effect.hang) return;
  if (effect.delay !== undefined) await sleep(effect.delay, undefined, { signal });
  if (effect.reset && effect.cut === undefined) {
    response.socket?.resetAndDestroy();
    return;
  }

  const whole = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(effect.pad === undefined && { 'content-length': whole.byteLength }),
  });
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();

  for (let left = effect.pad ?? 0; left > 0; left -= PAD_PIECE.length) {
    await write(response, PAD_PIECE.subarray(0, left), signal);
  }
  const body = effect.cut === undefined ? whole : whole.subarray(0, cutAt(effect.cut, whole.byteLength));
  for (let at = 0; at < body.byteLength; at += effect.drip?.bytes ?? body.byteLength) {
    if (at > 0) await sleep(effect.drip?.everyMs, undefined, { signal });
    await write(response, body.subarray(at, effect.drip && at + effect.drip.bytes), signal);
  }

  if (effect.cut === undefined) response.end();
  else if (effect.reset) response.socket?.resetAndDestroy();
  else response.socket?.destroySoon();
}

/** Waits until the client accepts more data, so that a huge body is never held in memory. */
async function write(response: ServerResponse, piece: Buffer, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!response.write(piece)) await once(response, 'drain', { signal });
}

function cutAt(cut: NonNullable<FaultEffect['cut']>, length: number): number {
  return 'bytes' in cut ? cut.bytes : Math.floor((length * cut.percent) / 100);
}

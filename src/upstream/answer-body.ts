/** Enough of a failure's body to quote its message. */
const MAX_ERROR_BYTES = 64 * 1024;
const BODILESS_STATUSES = [204, 205, 304];

/**
 * All that is kept of an answer's headers. Whoever retries also obeys `RateLimit-Reset` and the like, which some servers fill
 * with times that mean something else: only `Retry-After` says how long to wait.
 */
const KEPT_HEADERS = ['content-type', 'date', 'retry-after'];

/** The body was larger than allowed; asking again would bring the same. */
export class TooBigError extends Error {
  override readonly name = 'TooBigError';
}

/** The body ended before its JSON did. */
export class CutShortError extends Error {
  override readonly name = 'CutShortError';
}

/** The connection closed within the body. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** Reads the whole body within the attempt, so that time limit and retries cover it too. */
export async function readWhole(response: Response, maxBytes: number): Promise<Response> {
  if (!response.ok) return rebuilt(response, (await readBody(response, MAX_ERROR_BYTES)).text);
  const body = await readBody(response, maxBytes).catch((cause: unknown) => {
    // What fetch throws on a body that does not arrive whole; a time limit throws something else.
    throw cause instanceof TypeError ? new BrokenOffError('broken off', { cause }) : cause;
  });
  if (body.isCut) throw new TooBigError(`more than ${maxBytes} bytes`);
  if (/^\s*[[{]/.test(body.text) && parseJson(body.text) === undefined) throw new CutShortError();
  return rebuilt(response, body.text);
}

/** `undefined` is no JSON value, so it can stand for "no JSON". */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

async function readBody(response: Response, maxBytes: number): Promise<{ text: string; isCut: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (bytes > maxBytes) return { text, isCut: true };
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode(), isCut: false };
}

function rebuilt({ status, statusText, headers }: Response, text: string): Response {
  const kept = KEPT_HEADERS.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(BODILESS_STATUSES.includes(status) ? null : text, {
    status,
    statusText,
    headers: kept,
  });
}

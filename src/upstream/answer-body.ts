/** Enough of a failure's body to quote its message. */
const MAX_ERROR_BYTES = 64 * 1024;
const BODILESS_STATUSES = [204, 205, 304];

/**
 * The headers that are kept. The retry library also obeys `RateLimit-Reset` and similar headers, which some
 * servers use for other times. Only `Retry-After` is the time to wait.
 */
const KEPT_HEADERS = ['content-type', 'date', 'retry-after'];

/** The body is larger than allowed; a retry would get the same body. */
export class TooBigError extends Error {
  override readonly name = 'TooBigError';
}

/** The body ended before its JSON was complete. */
export class CutShortError extends Error {
  override readonly name = 'CutShortError';
}

/** The connection closed while the body was being read. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** Reads the whole body within the attempt, so that the timeout and the retries include it. */
export async function readWhole(response: Response, maxBytes: number): Promise<Response> {
  if (!response.ok) return rebuilt(response, (await readBody(response, MAX_ERROR_BYTES)).text);
  const body = await readBody(response, maxBytes).catch((cause: unknown) => {
    // fetch throws a TypeError when a body does not arrive whole; a timeout throws another error.
    throw cause instanceof TypeError ? new BrokenOffError('broken off', { cause }) : cause;
  });
  if (body.isCut) throw new TooBigError(`more than ${maxBytes} bytes`);
  if (/^\s*[[{]/.test(body.text) && parseJson(body.text) === undefined) throw new CutShortError();
  return rebuilt(response, body.text);
}

/** Returns `undefined` for text that is not JSON: `undefined` is not a JSON value. */
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

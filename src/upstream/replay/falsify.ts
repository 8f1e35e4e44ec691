import { errorAnswer, type Answer } from './answer.ts';
import type { FaultBody, FaultEffect } from './fault.ts';

const HTML_PAGE = `<!doctype html>
<html lang="en">
<head><title>Just a moment...</title></head>
<body><h1>Checking your browser</h1><p>This page stands where an answer should be.</p></body>
</html>
`;

/**
 * The answer to send instead of the original: applies every effect that takes place before the first byte is
 * sent.
 */
export function falsify(answer: Answer, effect: FaultEffect): Answer {
  let result = answer;
  if (effect.rows !== undefined) result = keepRows(result, effect.rows);
  if (effect.wrongTypes !== undefined) result = spoilRows(result, effect.wrongTypes);
  if (effect.status !== undefined) result = withStatus(result, effect.status);
  if (effect.body !== undefined) result = withBody(result, effect.body);
  if (effect.retryAfter !== undefined) result = withHeader(result, 'retry-after', effect.retryAfter);
  return effect.rewrite?.(result) ?? result;
}

function withStatus(answer: Answer, status: number): Answer {
  return status === answer.status ? answer : errorAnswer(status, `Replayed fault ${status}`);
}

function withBody(answer: Answer, body: FaultBody): Answer {
  switch (body) {
    case 'html':
      return withHeader({ ...answer, body: HTML_PAGE }, 'content-type', 'text/html; charset=utf-8');
    case 'empty':
      return { ...answer, body: '' };
    case 'not-json':
      return { ...answer, body: `${answer.body.slice(0, answer.body.length / 2)}<` };
    case 'wrong-envelope':
      return { ...answer, body: JSON.stringify({ data: { rows: 'none' } }) };
    case 'error':
      return { ...answer, body: errorAnswer(answer.status, 'Replayed fault').body };
  }
}

function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function keepRows(answer: Answer, count: number): Answer {
  return mapRows(answer, (rows) => rows.slice(0, count));
}

function spoilRows(answer: Answer, count: number | 'all'): Answer {
  return mapRows(answer, (rows) =>
    rows.map((row, index) => (count === 'all' || index < count ? spoilRow(row) : row)),
  );
}

/**
 * Replaces each value except the id with one of another type: text with a number, anything else with text.
 */
function spoilRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      key === 'id' ? value : typeof value === 'string' ? 17 : 'seventeen',
    ]),
  );
}

/** Leaves answers without rows, such as errors and RSS, unchanged. */
function mapRows(answer: Answer, change: (rows: readonly unknown[]) => readonly unknown[]): Answer {
  if (answer.status !== 200 || answer.headers['content-type'] !== 'application/json') return answer;
  const envelope: unknown = JSON.parse(answer.body);
  if (typeof envelope !== 'object' || envelope === null || !('data' in envelope)) return answer;
  if (!Array.isArray(envelope.data)) return answer;
  const data = change(envelope.data);
  const lost = envelope.data.length - data.length;
  const total = 'total_count' in envelope ? Number(envelope.total_count) - lost : data.length;
  return { ...answer, body: JSON.stringify({ ...envelope, data, total_count: total }) };
}

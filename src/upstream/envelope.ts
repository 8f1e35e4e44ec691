import { z } from 'zod';
import { cutDeepRows } from './nesting.ts';

/**
 * One answer of the endpoint: its rows, unvalidated (cut where they are nested too deeply), and its metadata.
 */
interface Envelope {
  readonly rows: readonly unknown[];
  /** Number of rows in the whole list; `null` if the answer does not state it. */
  readonly totalCount: number | null;
  /** Address of the next page, as upstream sent it. */
  readonly next: string | null;
  /** ISO time of the capture, if a file states it. */
  readonly capturedAt: string | null;
}

const list = z.object({
  data: z.array(z.unknown()),
  total_count: z.int().nonnegative().nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
  captured_at: z.iso.datetime({ offset: true }).nullish(),
});

const failure = z.object({ error: z.looseObject({ message: z.string() }) });

/**
 * Reads `{data: […]}`, with or without `total_count` and `links`, or a bare array. Returns the problem
 * otherwise.
 */
export function readEnvelope(json: unknown): { readonly envelope: Envelope } | { readonly problem: string } {
  if (Array.isArray(json)) {
    return { envelope: { rows: cutDeepRows(json), totalCount: null, next: null, capturedAt: null } };
  }
  const failed = failure.safeParse(json);
  if (failed.success) return { problem: `it is an error: ${JSON.stringify(failed.data.error.message)}` };
  const parsed = list.safeParse(json);
  if (!parsed.success) return { problem: problemOf(json, parsed.error.issues) };
  const { data, total_count, links, captured_at } = parsed.data;
  return {
    envelope: {
      rows: cutDeepRows(data),
      totalCount: total_count ?? null,
      next: links?.next === '' ? null : (links?.next ?? null),
      capturedAt: captured_at == null ? null : new Date(captured_at).toISOString(),
    },
  };
}

function problemOf(json: unknown, issues: readonly z.core.$ZodIssue[]): string {
  if (typeof json !== 'object' || json === null) return `it is ${JSON.stringify(json)}, not a list of models`;
  if (!('data' in json)) return 'it has no "data"';
  const [issue] = issues;
  return issue?.path[0] === 'data'
    ? 'its "data" is not a list'
    : `its "${issue?.path.join('.') ?? 'data'}" makes no sense (${issue?.message ?? 'not valid'})`;
}

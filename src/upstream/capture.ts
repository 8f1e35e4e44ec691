import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import { isCatalogTime, isDay } from '../catalog/day.ts';
import { includesText } from '../catalog/modalities.ts';
import type { RankedIds, Scope } from '../catalog/snapshot.ts';
import { cleanLine } from '../catalog/text.ts';
import { codeOf } from '../files/error-code.ts';
import { readEnvelope } from './envelope.ts';
import { CaptureError } from './errors.ts';
import { cutDeepRows } from './nesting.ts';

/**
 * One answer of the endpoint at one time: the rows unchanged, and the orders, which need separate requests.
 *
 * The file format, version 1, is one JSON object. Programs that read the endpoint's answers can read it,
 * because its rows are in `data`. Each row is on its own line, so that captures can be diffed by line.
 *
 *     {
 *       "format": "modeldex-capture", "version": 1,
 *       "captured_at": ISO time,
 *       "recorded": true if "npm run record" wrote it with the ledger, else left out,
 *       "scope": "text" or "all",
 *       "total_count": number of rows that the endpoint reported, or null,
 *       "popularity": {"ids": […]} or {"problem": "why there is none"},
 *       "categories_origin": "endpoint", "stand-in" or "none",
 *       "categories_note": text or null,
 *       "categories": {"programming": {"ids": […]} or {"problem": "…"}, …},
 *       "data": [rows]
 *     }
 */
export interface Capture {
  /** ISO time. */
  readonly capturedAt: string;
  readonly scope: Scope;
  /** As upstream sent them, in its order; cut where they are nested too deeply. */
  readonly rows: readonly unknown[];
  readonly totalCount: number | null;
  readonly popularity: RankedIds;
  readonly categories: Readonly<Record<Category, RankedIds>>;
  readonly categoriesOrigin: 'endpoint' | 'stand-in' | 'none';
  /** Why and how a stand-in was made. */
  readonly categoriesNote: string | null;
}

const FORMAT = 'modeldex-capture';
const VERSION = 1;
/** Far above any real capture. Protects against a small file that unpacks into a huge one. */
const MAX_BYTES = 512 * 1024 * 1024;
const NO_ORDER = 'This capture holds the list of models only.';

const order = z
  .union([z.object({ ids: z.array(z.string()) }), z.object({ problem: z.string() })])
  .transform((value): RankedIds =>
    'ids' in value ? { ids: value.ids, problem: null } : { ids: null, problem: cleanLine(value.problem) },
  );

const header = z.object({
  captured_at: z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString()),
  scope: z.enum(['text', 'all']),
  total_count: z.int().nonnegative().nullable(),
  popularity: order,
  categories_origin: z.enum(['endpoint', 'stand-in', 'none']),
  categories_note: z.string().transform(cleanLine).nullable(),
  categories: z.record(z.string(), order),
  data: z.array(z.unknown()),
});

/**
 * Reads a capture file: our format, `{data: […]}` or a bare array, plain or gzip. The time comes from the
 * file, else from the date in its name, else from `now`. The scope comes from the file, else from `scope`,
 * else from the rows. Throws `CaptureError`.
 */
export async function readCapture(
  path: string,
  now: () => Date = () => new Date(),
  scope?: Scope,
): Promise<Capture> {
  return parseCapture(await readJson(path), path, now, scope);
}

/** The same for parsed JSON. Errors name `path`, and the date can come from it. */
export function parseCapture(
  json: unknown,
  path: string,
  now: () => Date = () => new Date(),
  scope?: Scope,
): Capture {
  const capture = isOurs(json) ? parseOurs(json, path) : parseAnswer(json, path, now, scope);
  if (!isCatalogTime(capture.capturedAt)) {
    throw new CaptureError(path, `is dated ${capture.capturedAt}, which is not between 2000 and 9999`);
  }
  return capture;
}

function parseAnswer(json: unknown, path: string, now: () => Date, scope?: Scope): Capture {
  const read = readEnvelope(json);
  if ('problem' in read) {
    throw new CaptureError(path, `cannot be read as a capture: ${read.problem}`);
  }
  const { rows, totalCount, capturedAt } = read.envelope;
  return {
    capturedAt: capturedAt ?? timeInName(path) ?? now().toISOString(),
    scope: scope ?? scopeOf(rows),
    rows,
    totalCount,
    popularity: { ids: null, problem: NO_ORDER },
    categories: everyCategory(() => ({ ids: null, problem: NO_ORDER })),
    categoriesOrigin: 'none',
    categoriesNote: null,
  };
}

/** The file's text. The same capture always gives the same bytes. */
export function captureText(capture: Capture, { isRecorded = false } = {}): string {
  const head = {
    format: FORMAT,
    version: VERSION,
    captured_at: capture.capturedAt,
    ...(isRecorded && { recorded: true }),
    scope: capture.scope,
    total_count: capture.totalCount,
    popularity: orderJson(capture.popularity),
    categories_origin: capture.categoriesOrigin,
    categories_note: capture.categoriesNote,
    categories: Object.fromEntries(
      CATEGORY_NAMES.map((category) => [category, orderJson(capture.categories[category])]),
    ),
  };
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const rows = capture.rows.map((row) => JSON.stringify(row)).join(',\n');
  return `{\n${lines.join(',\n')},\n  "data": [\n${rows}\n]}\n`;
}

/** The capture with facts only: without descriptions and third-party figures, which are not ours to keep. */
export function factsOnly(capture: Capture): Capture {
  return { ...capture, rows: capture.rows.map(withoutProse) };
}

export function everyCategory<T>(valueOf: (category: Category) => T): Readonly<Record<Category, T>> {
  return Object.fromEntries(CATEGORY_NAMES.map((category) => [category, valueOf(category)])) as Record<
    Category,
    T
  >;
}

function withoutProse(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([key]) => key !== 'description' && key !== 'benchmarks'),
  );
}

function orderJson({ ids, problem }: RankedIds): object {
  return ids === null ? { problem } : { ids };
}

async function readJson(path: string): Promise<unknown> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new CaptureError(path, codeOf(cause) === 'ENOENT' ? 'does not exist' : 'cannot be opened', {
      cause,
    });
  }
  if (bytes.length === 0) throw new CaptureError(path, 'is empty');
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    bytes = isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  } catch (cause) {
    throw new CaptureError(path, 'cannot be unpacked: it is cut short or damaged', { cause });
  }
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new CaptureError(path, 'is not JSON, or is cut short', { cause });
  }
}

function isOurs(json: unknown): json is { readonly version?: unknown } {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === FORMAT;
}

function parseOurs(json: { readonly version?: unknown }, path: string): Capture {
  if (json.version !== VERSION) {
    const version = typeof json.version === 'number' ? `version ${json.version}` : 'an unknown version';
    throw new CaptureError(path, `is a capture of ${version}, and only version ${VERSION} can be read`);
  }
  const parsed = header.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CaptureError(path, `is damaged at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`);
  }
  const { data } = parsed;
  return {
    capturedAt: data.captured_at,
    scope: data.scope,
    rows: cutDeepRows(data.data),
    totalCount: data.total_count,
    popularity: data.popularity,
    categories: everyCategory((category) => data.categories[category] ?? { ids: null, problem: NO_ORDER }),
    categoriesOrigin: data.categories_origin,
    categoriesNote: data.categories_note,
  };
}

/**
 * A day in a file name, with or without a UTC time: `2026-07-16`, `2026-07-16T2038Z`, `2026-07-16T20-38-05Z`.
 */
const TIME_IN_NAME = /(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3])-?([0-5]\d)(?:-?([0-5]\d))?Z)?/;

/** The start of the day if the name has no time. */
function timeInName(path: string): string | null {
  const [, day = '', hours = '00', minutes = '00', seconds = '00'] = TIME_IN_NAME.exec(basename(path)) ?? [];
  return isDay(day) ? `${day}T${hours}:${minutes}:${seconds}.000Z` : null;
}

/**
 * Infers the scope of a file that does not state it: a row without text output means `all`, because the
 * endpoint's default leaves such rows out. An empty list of outputs proves nothing.
 */
function scopeOf(rows: readonly unknown[]): Scope {
  return rows.every((row) => outputsOf(row)?.length === 0 || givesText(row)) ? 'text' : 'all';
}

const outputs = z.object({ architecture: z.object({ output_modalities: z.array(z.unknown()) }) });

/** Whether a raw row has text output, as the endpoint's default scope requires. */
export function givesText(row: unknown): boolean {
  return includesText(outputsOf(row));
}

function outputsOf(row: unknown): readonly string[] | undefined {
  return outputs.safeParse(row).data?.architecture.output_modalities.map(String);
}

import { join } from 'node:path';
import type { PreviousSize, Snapshot } from '../catalog/snapshot.ts';
import type { Config } from '../config.ts';
import { EMBEDDED_CAPTURE } from '../files/data-paths.ts';
import { acquire } from './acquire.ts';
import { readCapture, type Capture } from './capture.ts';
import { createClient, type ClientOptions } from './client.ts';
import { CaptureError, GuardError, UpstreamError } from './errors.ts';
import { isUsable, refusals } from './guard.ts';
import { translate } from './translate.ts';
import { validateRows, type Validation } from './validate.ts';

export interface LoadOptions {
  /** The project's root. */
  readonly root: string;
  /** Called with a line for each request. */
  readonly progress?: (line: string) => void;
  /** Called with a line for each warning, then with a summary. */
  readonly summary?: (line: string) => void;
  /** The size of the ledger's last capture; `null` for an empty ledger. Only called for live answers. */
  readonly previous?: () => Promise<PreviousSize | null>;
  /** For tests: retry and timeout settings, and this machine's clock. */
  readonly client?: Partial<ClientOptions>;
  readonly now?: () => Date;
}

/**
 * Retry and timeout settings, the clock that dates answers without a `Date` header, and the guard's clock.
 */
interface LiveOptions extends Partial<ClientOptions> {
  readonly clock?: () => Date;
  readonly now?: () => Date;
}

export interface LiveCapture {
  readonly capture: Capture;
  readonly validation: Validation;
}

/**
 * The catalog as the configuration selects it: the endpoint's answer (`live`), a capture (`capture`), or the
 * endpoint's answer with the capture as the fallback (`auto`). The capture is the operator's, or else the
 * embedded one.
 */
export async function loadSnapshot(config: Config, options: LoadOptions): Promise<Snapshot> {
  const snapshot = await (config.source === 'capture'
    ? loadCapture(config, options, null)
    : loadLive(config, options));
  for (const line of snapshot.source === 'live' ? lostOrders(snapshot) : []) options.summary?.(line);
  options.summary?.(summaryOf(snapshot));
  return snapshot;
}

/**
 * Takes a live capture and compares it with the ledger's last one. Throws `UpstreamError`, or `GuardError`
 * unless the guard is off.
 */
export async function acquireGuarded(
  config: Config,
  previous: PreviousSize | null,
  { clock, now = () => new Date(), ...options }: LiveOptions = {},
): Promise<LiveCapture> {
  const client = createClient({ apiUrl: config.apiUrl, apiKey: config.apiKey, ...options });
  const capture = await acquire(client, config.outputs, { clock: clock ?? now });
  const validation = validateRows(capture.rows);
  const reasons = refusals(capture, validation, previous, now());
  const canOverride = isUsable(capture, validation);
  if (reasons.length > 0 && (config.guard || !canOverride)) throw new GuardError(reasons, { canOverride });
  return { capture, validation };
}

/** Translates a capture into the catalog's types. */
export function snapshotOf(
  capture: Capture,
  validation: Validation,
  origin: Pick<Snapshot, 'source' | 'fallbackReason'>,
): Snapshot {
  const { categories, popularity } = capture;
  return {
    ...origin,
    capturedAt: capture.capturedAt,
    scope: capture.scope,
    ...translate(validation.rows, { categories, popularity: popularity.ids }),
    categories,
    categoriesOrigin: capture.categoriesOrigin,
    categoriesNote: capture.categoriesNote,
    popularityProblem: popularity.problem,
    quarantined: validation.quarantined,
    dropped: validation.dropped,
    unknown: validation.unknown,
  };
}

async function loadLive(config: Config, options: LoadOptions): Promise<Snapshot> {
  try {
    const previous = (await options.previous?.()) ?? null;
    const { progress, client, now = () => new Date() } = options;
    const { capture, validation } = await acquireGuarded(config, previous, {
      ...(progress && { progress }),
      ...client,
      now,
      clock: () => {
        options.summary?.(
          "The endpoint's answer has no readable date, so this machine's clock dates the data.",
        );
        return now();
      },
    });
    return snapshotOf(capture, validation, { source: 'live', fallbackReason: null });
  } catch (error) {
    const isExpected = error instanceof UpstreamError || error instanceof GuardError;
    if (config.source !== 'auto' || !isExpected) throw error;
    return loadCapture(config, options, error.message);
  }
}

async function loadCapture(
  config: Config,
  { root }: LoadOptions,
  fallbackReason: string | null,
): Promise<Snapshot> {
  const path = config.capturePath ?? join(root, EMBEDDED_CAPTURE);
  const capture = await readCapture(path);
  const validation = validateRows(capture.rows);
  if (capture.rows.length === 0) throw new CaptureError(path, 'holds no models');
  if (validation.rows.length === 0) throw new CaptureError(path, noneValid(validation));
  const source = config.capturePath === null ? 'embedded' : 'capture';
  return snapshotOf(capture, validation, { source, fallbackReason });
}

function noneValid({ quarantined: [first] }: Validation): string {
  return `holds no valid model (${first ? `${first.id}: ${first.path} ${first.problem}` : 'no reason known'})`;
}

/** A line for each category whose order could not be loaded. Pages only say that there is none. */
function lostOrders({ categories }: Snapshot): string[] {
  return Object.entries(categories).flatMap(([name, { problem }]) =>
    problem === null ? [] : [`No order of the category ${name}. ${problem}`],
  );
}

function summaryOf(snapshot: Snapshot): string {
  const { models, capturedAt, source, fallbackReason, quarantined, dropped, unknown, categories } = snapshot;
  const lists = Object.values(categories);
  const ranked = lists.filter(({ ids }) => ids !== null).length;
  return [
    `${models.length} models as of ${capturedAt} (${source})`,
    `${ranked} of ${lists.length} categories`,
    `${quarantined.length} rows quarantined`,
    ...(dropped.length > 0 ? [`${dropped.length} fields dropped`] : []),
    ...(unknown.length > 0 ? [`${unknown.length} unknown fields or values`] : []),
    ...(fallbackReason === null ? [] : [`not live, because ${fallbackReason}`]),
  ].join('; ');
}

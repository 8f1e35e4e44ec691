import { join } from 'node:path';
import type { Snapshot } from '../catalog/snapshot.ts';
import type { Config } from '../config.ts';
import { readCapture, type Capture } from './capture.ts';
import { CaptureError } from './errors.ts';
import { translate } from './translate.ts';
import { validateRows, type Validation } from './validate.ts';

/** The capture in the repository, from the project's root. */
export const EMBEDDED_CAPTURE = 'src/data/embedded-capture.json';

export interface LoadOptions {
  /** The project's root. */
  readonly root: string;
  /** Gets one line that says what was loaded. */
  readonly summary?: (line: string) => void;
}

/** The catalog at the moment that the configuration asks for. */
export async function loadSnapshot(config: Config, { root, summary }: LoadOptions): Promise<Snapshot> {
  const path = config.capturePath ?? join(root, EMBEDDED_CAPTURE);
  const capture = await readCapture(path);
  const validation = validateRows(capture.rows);
  if (validation.rows.length === 0) throw new CaptureError(path, 'holds no valid model');
  summary?.(`${validation.rows.length} models as of ${capture.capturedAt} from ${path}`);
  return snapshotOf(capture, validation, {
    source: config.capturePath === null ? 'embedded' : 'capture',
    fallbackReason: null,
  });
}

/** A capture in our own words. */
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
    models: translate(validation.rows, { categories, popularity: popularity.ids }),
    categories,
    categoriesOrigin: capture.categoriesOrigin,
    categoriesNote: capture.categoriesNote,
    popularityProblem: popularity.problem,
    quarantined: validation.quarantined,
    unknown: validation.unknown,
  };
}

import type { MiddlewareHandler } from 'astro';
import { UserError } from './files/user-error.ts';

const STEP = 1000;

let pages = 0;

/**
 * A page or file that could not be rendered. The message gives the page, the model, the reason and the fix.
 */
class PageError extends UserError {
  override readonly name = 'PageError';

  constructor(path: string, model: string | null, field: string | null, cause: unknown) {
    const why = cause instanceof Error ? `${cause.message} (${cause.name})` : String(cause);
    const where = field === null ? '' : `, where its field "${field}" was read last`;
    super(
      `The page ${path}${model === null ? '' : ` of the model ${model}`} cannot be rendered${where}: ${why}. No site was published. This is a fault of Modeldex: report it with this sentence${model === null ? '' : " and the model's row"}, or build from an earlier capture with CATALOG_SOURCE=capture.`,
      { cause },
    );
  }
}

/**
 * Prints the progress of a long build on a terminal, one line per thousand pages. Errors name the page, the
 * model and the field that caused them.
 */
export const onRequest: MiddlewareHandler = async ({ url, props }, next) => {
  pages += 1;
  if (import.meta.env.PROD && process.stdout.isTTY && pages % STEP === 0) {
    console.log(`${pages.toLocaleString('en')} pages …`);
  }
  try {
    return await next();
  } catch (cause) {
    const model = modelOf(props);
    throw new PageError(url.pathname, model, model === null ? null : await fieldOf(props, next), cause);
  }
};

/** The id of the model, listed or retired, that a page is about. */
function modelOf({ model }: Readonly<Record<string, unknown>>): string | null {
  if (typeof model !== 'object' || model === null || !('id' in model)) return null;
  return typeof model.id === 'string' ? model.id : null;
}

/**
 * The last field of the page's model that was read before the page failed, such as `reasoning.efforts`.
 * Renders the page once more to find it. `null` if the page does not fail again, or no field was read.
 */
async function fieldOf(props: Record<string, unknown>, next: () => Promise<unknown>): Promise<string | null> {
  const before = { ...props };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = functionsOf;
  Error.stackTraceLimit = MANY_FRAMES;
  // Components render concurrently, so the last field read overall may belong to another component.
  const lastReadBy = new Map<string, string>();
  const watched = watch(structuredClone(props.model), '', (path) => {
    // The first two functions are this one and the trap.
    const [, , reader] = functionsIn(new Error());
    if (reader !== undefined) lastReadBy.set(reader, path);
  });
  for (const [name, value] of Object.entries(before)) {
    if (value === before.model) props[name] = watched;
    else if (isPlain(value) && 'model' in value && value.model === before.model)
      props[name] = { ...value, model: watched };
  }
  try {
    await next();
    return null;
  } catch (error) {
    const reader = functionsIn(error).find((place) => lastReadBy.has(place));
    return (reader !== undefined && lastReadBy.get(reader)) || null;
  } finally {
    Object.assign(props, before);
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
}

const MANY_FRAMES = 100;

/** A stack as the positions at which its functions begin, one per line, innermost first. */
function functionsOf(_: unknown, sites: readonly NodeJS.CallSite[]): string {
  return sites
    .filter((site) => site.getFileName() && !site.isAsync())
    .map((site) =>
      [site.getFileName(), site.getEnclosingLineNumber(), site.getEnclosingColumnNumber()].join(':'),
    )
    .join('\n');
}

function functionsIn(error: unknown): string[] {
  return error instanceof Error ? (error.stack ?? '').split('\n') : [];
}

/** The same data in a Proxy that reports the path of each field that is read. */
function watch(value: unknown, path: string, report: (path: string) => void): unknown {
  // Methods of other objects, such as a Map, do not work on a Proxy.
  if (!Array.isArray(value) && !isPlain(value)) return value;
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== 'string' || !Object.hasOwn(target, key) || key === 'length') return found;
      const own = path === '' ? key : `${path}.${key}`;
      report(own);
      return watch(found, own, report);
    },
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

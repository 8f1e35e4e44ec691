import type { MiddlewareHandler } from 'astro';

const STEP = 1000;

let pages = 0;

/** A page or file that could not be made; the message says which, of which model, why, and what to do. */
class PageError extends Error {
  override readonly name = 'PageError';

  constructor(path: string, model: string | null, cause: unknown) {
    const why = cause instanceof Error ? `${cause.message} (${cause.name})` : String(cause);
    super(
      `The page ${path}${model === null ? '' : ` of the model ${model}`} cannot be rendered: ${why}. No site was published. This is a fault of Modeldex: report it with this sentence${model === null ? '' : " and the model's row"}, or build from an earlier capture with CATALOG_SOURCE=capture.`,
      { cause },
    );
  }
}

/** Says how far a long build is: a line per thousand pages, on a terminal only. Names the page and the model that stop it. */
export const onRequest: MiddlewareHandler = async ({ url, props }, next) => {
  pages += 1;
  if (import.meta.env.PROD && process.stdout.isTTY && pages % STEP === 0) {
    console.log(`${pages.toLocaleString('en')} pages …`);
  }
  try {
    return await next();
  } catch (cause) {
    throw new PageError(url.pathname, modelOf(props), cause);
  }
};

/** The id of the model, listed or retired, that a page is about. */
function modelOf({ model }: Readonly<Record<string, unknown>>): string | null {
  if (typeof model !== 'object' || model === null || !('id' in model)) return null;
  return typeof model.id === 'string' ? model.id : null;
}

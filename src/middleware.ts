import type { MiddlewareHandler } from 'astro';

const STEP = 1000;

let pages = 0;

/** Says how far a long build is: a line per thousand pages, on a terminal only. */
export const onRequest: MiddlewareHandler = (_, next) => {
  pages += 1;
  if (import.meta.env.PROD && process.stdout.isTTY && pages % STEP === 0) {
    console.log(`${pages.toLocaleString('en')} pages …`);
  }
  return next();
};

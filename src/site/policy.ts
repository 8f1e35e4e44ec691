import { THEME_SCRIPT_HASH } from './theme.ts';

/**
 * The content security policy of every page: all scripts and styles are files of the site, but for the one script that must run
 * before the first paint. Hosts that read `_headers` add what a `<meta>` cannot say.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // Pagefind's index is read by WebAssembly.
  `script-src 'self' 'wasm-unsafe-eval' '${THEME_SCRIPT_HASH}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

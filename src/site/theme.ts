import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, so that a chosen theme never flashes. Inlined in every page's head. The
 * content security policy allows it by its hash, so it must be printed exactly as it is here.
 */
export const THEME_SCRIPT =
  "try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

/** The hash of the script above, as the policy names it. */
export const THEME_SCRIPT_HASH = `sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`;

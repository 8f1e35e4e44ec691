import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, so that a chosen theme never flashes and compact rows never move. Inlined in every page's head. The
 * content security policy allows it by its hash, so it must be printed exactly as it is here.
 */
export const THEME_SCRIPT =
  "try{var s=localStorage,d=document.documentElement.dataset,t=s.getItem('theme');if(t==='light'||t==='dark')d.theme=t;if(s.getItem('modeldex-rows')==='compact')d.rows='compact'}catch{}";

/** The hash of the script above, as the policy names it. */
export const THEME_SCRIPT_HASH = `sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`;

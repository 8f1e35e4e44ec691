import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, so that a chosen theme never flashes, compact rows never move (`data-rows`),
 * styles keep room for the costs of a workload (`data-workload`): one in the address, or one that the device
 * remembers (ui/workload/client/current-workload.ts), and for the notice of a copy older than three days
 * (`data-old`, ui/age). Inlined in every page's head. The content security policy allows it by its hash, so
 * it must be printed exactly as it is here.
 */
export const FIRST_SCRIPT =
  'var d=document.documentElement,w=/[?&]w[ioctwsrb]=/.test(location.search);' +
  "try{var s=localStorage,t=s.getItem('theme');if(t==='light'||t==='dark')d.dataset.theme=t;" +
  "if(s.getItem('modeldex-rows')==='compact')d.dataset.rows='compact';" +
  "w=w||s.getItem('modeldex-workload')}catch{}if(w)d.dataset.workload='';" +
  'if(new Date-new Date(d.dataset.at)>2592e5)d.dataset.old=1';

/** The hash of the script above, as the policy names it. */
export const FIRST_SCRIPT_HASH = `sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}`;

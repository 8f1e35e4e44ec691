import { readWorkload, writeWorkload } from '../../../search/workload-params.ts';
import { queryText } from '../../base/client/address-bar.ts';

/** Links to other pages get the workload of the address, just before the browser follows them. */

const FOLLOWED_BY = ['click', 'auxclick', 'contextmenu'] as const;

export function carryWorkload(): void {
  for (const type of FOLLOWED_BY) {
    document.addEventListener(
      type,
      ({ target }) => {
        const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
        if (link) carryTo(link);
      },
      { capture: true },
    );
  }
}

/** Only to pages of this site, whose paths end with a slash. A workload of the link's own stays. */
function carryTo(link: HTMLAnchorElement): void {
  const workload = readWorkload(new URLSearchParams(location.search));
  const address = new URL(link.href);
  const isPage = address.origin === location.origin && address.pathname.endsWith('/');
  if (workload === null || !isPage || readWorkload(address.searchParams) !== null) return;
  const parameters = new URLSearchParams(address.search);
  writeWorkload(parameters, workload);
  address.search = queryText(parameters);
  link.href = address.href;
}

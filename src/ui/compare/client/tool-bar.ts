import type { ModelRecord } from '../../../outputs/record/record.ts';
import { writeWorkload } from '../../../search/workload-params.ts';
import { queryText } from '../../base/client/address-bar.ts';
import { currentWorkload } from '../../workload/client/current-workload.ts';
import { writeCompare, type CompareRequest } from './compare-address.ts';
import type { MarkedGroup } from './matrix/matrix.ts';

/** What the page shows. */
export interface Shown {
  readonly request: CompareRequest;
  readonly records: readonly ModelRecord[];
  readonly groups: readonly MarkedGroup[];
}

const load = () => import('./compare-tools.ts');

/** Makes the buttons of the bar copy or save what is shown, and say so. */
export function listenToTools(bar: HTMLElement, shown: () => Shown, say: (sentence: string) => void): void {
  const prefetch = (): void => {
    load().catch(() => undefined);
  };
  bar.addEventListener('pointerenter', prefetch, { once: true });
  bar.addEventListener('focusin', prefetch, { once: true });
  // The clipboard requires a secure context. Without one, the buttons would do nothing.
  if (!('clipboard' in navigator)) {
    for (const button of bar.querySelectorAll<HTMLElement>('[data-copies]')) button.hidden = true;
  }
  bar.addEventListener('click', ({ target }) => {
    const tool = target instanceof HTMLElement ? target.dataset.tool : undefined;
    if (tool === undefined) return;
    const { request, records, groups } = shown();
    const options = { address: shareAddress(request), onlyDifferences: request.onlyDifferences };
    load()
      .then(({ useTool }) => useTool(tool, records, groups, options))
      .then(say, () => {
        say('The browser did not allow it.');
      });
  });
}

/** The address with the workload of this device, so that others see the same. */
function shareAddress(request: CompareRequest): string {
  const parameters = writeCompare(new URLSearchParams(location.search), request);
  const current = currentWorkload();
  if (current) writeWorkload(parameters, current.workload);
  const address = new URL(location.href);
  address.search = queryText(parameters).replaceAll('%2F', '/').replaceAll('%3A', ':');
  return address.href;
}

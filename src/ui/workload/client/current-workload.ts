import type { Workload } from '../../../catalog/cost/workload.ts';
import { WORKLOAD_NAMES } from '../../../search/workload-names.ts';
import { readWorkload, writeWorkload } from '../../../search/workload-params.ts';
import { flushAddress, writeAddress } from '../../base/client/address-bar.ts';

/**
 * The workload that costs are shown for: that of the address, else the one that this device remembers. The
 * document gets the event `workload-change` when it may have changed: after `setWorkload` and
 * `clearWorkload`, on Back and Forward, and when another tab changed it.
 */
export interface CurrentWorkload {
  readonly workload: Workload;
  readonly from: 'address' | 'device';
}

/** The detail of `workload-change`. */
export interface WorkloadChange {
  /** Whether Back or Forward brought it. */
  readonly isReturn: boolean;
}

/** The key in the storage of the device. The value is written as in an address. */
const KEY = 'modeldex-workload';

/** `null` if none is set. */
export function currentWorkload(): CurrentWorkload | null {
  const inAddress = readWorkload(new URLSearchParams(location.search));
  if (inAddress !== null) return { workload: inAddress, from: 'address' };
  const onDevice = rememberedWorkload();
  return onDevice === null ? null : { workload: onDevice, from: 'device' };
}

/** The workload that this device remembers, whatever the address has. */
export function rememberedWorkload(): Workload | null {
  try {
    return readWorkload(new URLSearchParams(localStorage.getItem(KEY) ?? ''));
  } catch {
    return null;
  }
}

/** Whether the device refused to remember the workload that was set last: storage can be denied or full. */
let isRefused = false;

export function wasRefused(): boolean {
  return isRefused;
}

/** Writes a workload to the address, which keeps its other parameters, and to the device. */
export function setWorkload(workload: Workload): void {
  const written = new URLSearchParams();
  writeWorkload(written, workload);
  writeToAddress(written);
  isRefused = !store(String(written));
  announce({ isReturn: false });
}

/** Removes the workload from the address and from the device. */
export function clearWorkload(): void {
  writeToAddress(new URLSearchParams());
  store(null);
  announce({ isReturn: false });
}

function writeToAddress(workload: URLSearchParams): void {
  // A list may have put off writing what is typed.
  flushAddress();
  const parameters = new URLSearchParams(location.search);
  for (const name of WORKLOAD_NAMES) parameters.delete(name);
  for (const [name, value] of workload) parameters.set(name, value);
  writeAddress(parameters, 'replace');
  flushAddress();
}

function store(text: string | null): boolean {
  try {
    // Setting first could leave an old value behind where the storage is full.
    localStorage.removeItem(KEY);
    if (text !== null) localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** Styles keep room for costs where the root has `data-workload`, as site/first-script.ts sets it. */
function announce(detail: WorkloadChange): void {
  document.documentElement.toggleAttribute('data-workload', currentWorkload() !== null);
  document.dispatchEvent(new CustomEvent<WorkloadChange>('workload-change', { detail }));
}

addEventListener('popstate', () => {
  announce({ isReturn: true });
});
addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) announce({ isReturn: false });
});

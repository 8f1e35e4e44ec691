import { isSameWorkload } from '../../../catalog/cost/workload-words.ts';
import { rememberedWorkload, wasRefused, type CurrentWorkload } from './current-workload.ts';

/** Where the current workload comes from, as a sentence; empty without one. */
export function workSource(current: CurrentWorkload | null): string {
  if (current === null) return '';
  if (current.from === 'device') return 'From this device.';
  const remembered = rememberedWorkload();
  if (remembered === null) {
    return wasRefused()
      ? 'This browser did not keep it, so it is in this address alone.'
      : 'From this address; not kept on this device.';
  }
  return isSameWorkload(remembered, current.workload)
    ? 'In the address and on this device.'
    : 'From this address; this device remembers another.';
}

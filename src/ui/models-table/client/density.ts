/** Whether rows have one line. Kept on the device, and read before the first paint (site/first-script.ts). */

const KEY = 'modeldex-rows';
const COMPACT = 'compact';

export function isCompact(): boolean {
  return document.documentElement.dataset.rows === COMPACT;
}

/** Returns whether the device keeps it. Storage can be denied or full. */
export function makeCompact(isOn: boolean): boolean {
  const { dataset } = document.documentElement;
  if (isOn) dataset.rows = COMPACT;
  else delete dataset.rows;
  try {
    if (isOn) localStorage.setItem(KEY, COMPACT);
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

import { presetOf, workloadWords } from '../../../catalog/cost/workload-words.ts';
import { clearWorkload, currentWorkload } from './current-workload.ts';
import { workSource } from './source-words.ts';

const UNKEPT = 'This browser did not keep it, so it is in the address of this page alone.';

/** Shows the current workload in a workload line, with a button to clear it. */
export function showWorkload(line: HTMLElement, unset: string): void {
  const said = line.querySelector('[data-said]');
  const open = line.querySelector<HTMLElement>('[aria-haspopup=dialog]');
  const clear = line.querySelector<HTMLElement>('[data-clear]');
  if (!said || !open || !clear) return;
  const current = currentWorkload();
  clear.hidden = current === null;
  clear.onclick = () => {
    clearWorkload();
    open.focus();
  };
  open.textContent = current === null ? 'Set a workload' : 'Change';
  if (current === null) {
    said.textContent = unset;
    return;
  }
  open.setAttribute('aria-label', 'Change the workload');
  const name = document.createElement('strong');
  name.textContent = `${presetOf(current.workload)?.label ?? 'My own'}:`;
  const source = document.createElement('small');
  source.textContent = line.hasAttribute('data-unkept') ? UNKEPT : workSource(current);
  said.replaceChildren(name, ` ${workloadWords(current.workload)}. `, source);
}

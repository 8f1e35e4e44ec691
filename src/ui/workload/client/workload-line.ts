/**
 * The workload line says which workload costs are shown for, and opens the form that changes it. All of that
 * is loaded when a workload is set or the form is opened.
 */
const line = document.querySelector<HTMLElement>('workload-line');
const button = line?.querySelector('button');

if (line && button) {
  let isLive = false;
  const load = async (isAsked: boolean): Promise<void> => {
    if (isLive) return;
    isLive = true;
    try {
      (await import('./live-line.ts')).liveLine(line, isAsked);
    } catch {
      isLive = false;
      line.dataset.live = '';
    }
  };
  if (document.documentElement.hasAttribute('data-workload')) void load(false);
  document.addEventListener('workload-change', () => void load(false));
  button.addEventListener('click', () => void load(true));
  button.disabled = false;
}

export {};

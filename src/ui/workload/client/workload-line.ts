/**
 * The workload line says which workload costs are shown for, and opens the form that changes it. All of that
 * is loaded when a workload is set or the form is opened.
 */
const line = document.querySelector<HTMLElement>('workload-line');
const button = line?.querySelector('button');

const load = () => import('./live-line.ts');

if (line && button) {
  let isLive = false;
  const show = async (isAsked: boolean): Promise<void> => {
    if (isLive) return;
    isLive = true;
    try {
      (await load()).liveLine(line, isAsked);
    } catch {
      isLive = false;
      line.dataset.live = '';
    }
  };
  if (document.documentElement.hasAttribute('data-workload')) void show(false);
  document.addEventListener('workload-change', () => void show(false));
  button.addEventListener('click', () => void show(true));
  button.disabled = false;
}

export {};

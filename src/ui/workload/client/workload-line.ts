/**
 * `<workload-line>`: says which workload costs are shown for, and opens the form that changes it. All of that
 * is loaded when a workload is set or the form is opened.
 */
class WorkloadLine extends HTMLElement {
  connectedCallback(): void {
    const open = this.querySelector('button');
    if (!open) return;
    let isLive = false;
    const load = async (isAsked: boolean): Promise<void> => {
      if (isLive) return;
      isLive = true;
      try {
        (await import('./live-line.ts')).liveLine(this, isAsked);
      } catch {
        isLive = false;
      }
    };
    if (document.documentElement.hasAttribute('data-workload')) void load(false);
    document.addEventListener('workload-change', () => void load(false));
    open.onclick = () => void load(true);
    open.disabled = false;
  }
}

customElements.define('workload-line', WorkloadLine);

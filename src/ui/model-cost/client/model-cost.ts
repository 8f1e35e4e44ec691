/**
 * `<model-cost>`: the cost of the current workload on the page of a model, and beside it the models that
 * cost less at it. All of that is loaded when a workload is set.
 */
class ModelCost extends HTMLElement {
  connectedCallback(): void {
    let isLive = false;
    const load = async (): Promise<void> => {
      if (isLive) return;
      isLive = true;
      try {
        (await import('./live-cost.ts')).liveCost(this);
      } catch {
        isLive = false;
        document.querySelector('aside')?.setAttribute('data-live', '');
      }
    };
    if (document.documentElement.hasAttribute('data-workload')) void load();
    document.addEventListener('workload-change', () => void load());
  }
}

customElements.define('model-cost', ModelCost);

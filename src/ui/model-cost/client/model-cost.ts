/**
 * `<model-cost>`: the cost of the current workload on the page of a model, and beside it in the lists of
 * related models. All of that is loaded when a workload is set.
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
      }
    };
    if (document.documentElement.hasAttribute('data-workload')) void load();
    document.addEventListener('workload-change', () => void load());
  }
}

customElements.define('model-cost', ModelCost);

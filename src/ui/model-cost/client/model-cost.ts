const load = () => import('./live-cost.ts');

/**
 * `<model-cost>`: the cost of the current workload on the page of a model, and beside it the models that
 * cost less at it. All of that is loaded when a workload is set.
 */
class ModelCost extends HTMLElement {
  connectedCallback(): void {
    let isLive = false;
    const show = async (): Promise<void> => {
      if (isLive) return;
      isLive = true;
      try {
        (await load()).liveCost(this);
      } catch {
        isLive = false;
        document.querySelector('aside')?.setAttribute('data-live', '');
      }
    };
    if (document.documentElement.hasAttribute('data-workload')) void show();
    document.addEventListener('workload-change', () => void show());
  }
}

customElements.define('model-cost', ModelCost);

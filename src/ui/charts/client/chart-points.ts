const STEPS: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Points are links or groups with a `<title>`. */
const POINTS = 'svg :is(a, g[tabindex])';

/**
 * `<chart-points>` around a chart: the arrow keys move from point to point from left to right, Home and End
 * to the first and the last. `[data-point-name]` shows the title of the point under the pointer or in focus.
 */
class ChartPoints extends HTMLElement {
  connectedCallback(): void {
    const points = [...this.querySelectorAll<SVGElement>(POINTS)].sort((a, b) => placeOf(a) - placeOf(b));
    // One stop for Tab. Without this script each link is one.
    for (const [place, point] of points.entries()) point.tabIndex = place === 0 ? 0 : -1;
    const line = this.querySelector('[data-point-name]');
    const show = ({ target }: Event): void => {
      const point = pointAt(target);
      if (point && line) line.textContent = point.querySelector('title')?.textContent ?? '';
    };
    this.addEventListener('pointerover', show);
    this.addEventListener('focusin', show);
    this.addEventListener('keydown', (event) => {
      const point = pointAt(event.target);
      if (!point || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = points.at(nextPlace(event.key, points.indexOf(point), points.length));
      if (!next || next === point) return;
      event.preventDefault();
      point.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  }
}

function nextPlace(key: string, place: number, count: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Math.min(Math.max(place + (STEPS[key] ?? 0), 0), count - 1);
}

function pointAt(target: EventTarget | null): SVGElement | null {
  return target instanceof Element ? target.closest<SVGElement>(POINTS) : null;
}

/** The horizontal position in percent. */
function placeOf(point: SVGElement): number {
  return parseFloat(point.querySelector('circle')?.getAttribute('cx') ?? '');
}

customElements.define('chart-points', ChartPoints);

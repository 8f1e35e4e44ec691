import { presetParameters, PRESETS, type Preset } from '../../../search/presets.ts';
import { url } from '../../../site/urls.ts';

const OF_KEYS: ReadonlyMap<string, Preset> = new Map(Object.entries(PRESETS));

/** Writes the links of the menu of `Presets.astro`: those that find something. */
export function fillPresets(menu: HTMLElement): void {
  const items = (menu.dataset.presets ?? '').split(' ').flatMap((key) => {
    const preset = OF_KEYS.get(key);
    if (!preset) return [];
    const [item, link, about] = ['li', 'a', 'span'].map((tag) => document.createElement(tag));
    if (!item || !(link instanceof HTMLAnchorElement) || !about) return [];
    link.href = url(`/models/?${presetParameters(preset)}`);
    link.textContent = preset.label;
    about.textContent = preset.about;
    item.append(link, about);
    return [item];
  });
  menu.querySelector('ul')?.replaceChildren(...items);
}

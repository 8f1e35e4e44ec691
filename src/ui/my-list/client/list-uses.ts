import { authorPathOf } from '../../../catalog/address.ts';
import { feedOutline, folderOutline, opmlDocument } from '../../../feeds/opml-document.ts';
import { comparePath, url } from '../../../site/urls.ts';
import { saveFile } from '../../base/client/save-file.ts';
import { el } from '../../search/client/dom.ts';
import type { Listed } from './my-row.ts';
import { printExport } from './starred.ts';

/** What can be done with the whole list: a comparison, feeds, calendars and a file. */

/** As many models as a comparison holds. */
const MAX_COMPARED = 6;

export function offerUses(list: HTMLElement, models: readonly Listed[]): void {
  const compare = list.querySelector<HTMLAnchorElement>('[data-part=compare]');
  if (compare) {
    const ids = models.slice(0, MAX_COMPARED).map(({ star }) => star.id);
    compare.href = url(comparePath(ids));
    compare.textContent =
      models.length > ids.length ? `Compare the first ${ids.length}` : `Compare all ${ids.length}`;
    compare.hidden = ids.length < 2;
  }
  onPress(list, 'opml', () => {
    saveFile('modeldex-my-list.opml', opmlOf(models), 'text/x-opml');
  });
  onPress(list, 'export', () => {
    saveFile('modeldex-my-list.json', printExport(models.map(({ star }) => star)), 'application/json');
  });
  list.querySelector('[data-part=calendars]')?.replaceChildren(...calendars(models));
}

/** The buttons are those of the page, so each has one use at a time, and none before its first. */
function onPress(list: HTMLElement, part: string, use: () => void): void {
  const button = list.querySelector<HTMLButtonElement>(`[data-part=${part}]`);
  if (!button) return;
  button.onclick = use;
  button.disabled = false;
}

/** The feeds of the models. Those whose facts could not be loaded have none here. */
function opmlOf(models: readonly Listed[]): string {
  const outlines = models.flatMap(({ record }) =>
    record === null
      ? []
      : [
          feedOutline({
            title: record.full_name,
            about: `Everything that changes about ${record.full_name} (${record.id}).`,
            url: new URL(new URL(record.links.feeds.rss).pathname, location.href).href,
          }),
        ],
  );
  return opmlDocument('My list on Modeldex', new Date().toISOString(), [folderOutline('My list', outlines)]);
}

/** The calendars of removals: of all models, and of each author of the list. */
function calendars(models: readonly Listed[]): HTMLElement[] {
  const authors = new Map(
    models.flatMap(({ record }) =>
      record === null ? [] : [[record.author.slug, record.author.name] as const],
    ),
  );
  const item = (label: string, path: string): HTMLElement => {
    const address = new URL(url(path), location.href);
    return el('li', {}, el('a', { href: `webcal://${address.host}${address.pathname}` }, label));
  };
  return [
    ...[...authors].map(([slug, name]) =>
      item(`Models by ${name}`, `/feeds/authors/${authorPathOf(slug)}/retiring.ics`),
    ),
    item('All models', '/feeds/retiring.ics'),
  ];
}

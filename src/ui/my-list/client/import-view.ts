import { date } from '../../../catalog/format.ts';
import { list } from '../../../catalog/figures.ts';
import type { SearchEntry } from '../../../search/entry.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { foundWords, linesWords } from '../../../site/words/my-list.ts';
import { BUTTON, MAIN_BUTTON } from '../../base/client/button.ts';
import { el } from '../../search/client/dom.ts';
import { findIds, type FoundId } from './find-ids.ts';
import { allEntries } from './near-models.ts';
import { changeStars, isStarred, parseStars, withStar, type Star } from './starred.ts';

/** Shows the ids in what is pasted or opened, and offers to star their models. Loaded when used. */

/** So many names are listed of the models that can be added. */
const MAX_NAMED = 12;
/** So many problems are listed. */
const MAX_ROWS = 100;

type Model = Pick<Star, 'id' | 'name'>;
type Sorted = Readonly<
  Record<'unknown' | 'retired' | 'suffixed' | 'renamed' | 'starred' | 'new', readonly FoundId[]>
>;

let turn = 0;

/** Shows which ids a text mentions in `result`. The last call wins. */
export async function importText(result: HTMLElement, text: string): Promise<void> {
  const own = (turn += 1);
  say(result, 'Loading the ids of all models …');
  try {
    const entries = await allEntries();
    if (own === turn) show(result, findIds(text, entries), entries, parseStars(text) ?? []);
  } catch {
    const why = navigator.onLine ? 'Try again later.' : 'You are offline.';
    if (own === turn) say(result, `The ids of all models could not be loaded. ${why}`);
  }
}

function say(result: HTMLElement, text: string): void {
  const status = result.querySelector('[role=status]');
  if (status) status.textContent = text;
  result.querySelector('[data-part=ids]')?.replaceChildren();
}

/** `stars`: those of a file that this page exported. They keep their facts. */
function show(
  result: HTMLElement,
  found: readonly FoundId[],
  entries: readonly SearchEntry[],
  stars: readonly Star[],
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const exported = new Map(stars.map((star) => [star.id, star]));
  const sorted = sortFound(found);
  const add = (models: readonly Model[]): void => {
    const now = new Date().toISOString();
    changeStars((all) =>
      models.toReversed().reduce<readonly Star[]>((some, model) => {
        const kept = exported.get(model.id);
        const isThere = some.some(({ id }) => id === model.id);
        return kept && !isThere ? [kept, ...some] : withStar(some, model, now);
      }, all),
    );
    show(result, found, entries, stars);
    result.querySelector<HTMLElement>('[role=status]')?.focus();
  };
  const rows = [
    ...sorted.unknown.map((one) => unknownRow(one, add)),
    ...sorted.retired.map((one) => retiredRow(one, byId, add)),
    ...sorted.suffixed.map((one) => renamedRow(one, add)),
    ...sorted.renamed.map((one) => renamedRow(one, add)),
    ...(sorted.new.length === 0 ? [] : [newRow(sorted.new, add)]),
    ...sorted.starred.map((one) => row(one, [tag('Already starred', '')], [])),
  ];
  const counts = Object.fromEntries(Object.entries(sorted).map(([kind, ones]) => [kind, ones.length]));
  say(result, foundWords(counts as Parameters<typeof foundWords>[0]));
  result
    .querySelector('[data-part=ids]')
    ?.replaceChildren(
      ...rows.slice(0, MAX_ROWS),
      ...(rows.length > MAX_ROWS ? [el('li', {}, `${rows.length - MAX_ROWS} more are not shown.`)] : []),
    );
}

function sortFound(found: readonly FoundId[]): Sorted {
  const kindOf = (one: FoundId): keyof Sorted => {
    if (one.kind === 'unknown') return 'unknown';
    if (isStarred(one.entry.id)) return 'starred';
    if (one.entry.retired !== null) return 'retired';
    if (one.suffix !== null) return 'suffixed';
    return one.isFormer ? 'renamed' : 'new';
  };
  const of = (kind: keyof Sorted): readonly FoundId[] => found.filter((one) => kindOf(one) === kind);
  return {
    unknown: of('unknown'),
    retired: of('retired'),
    suffixed: of('suffixed'),
    renamed: of('renamed'),
    new: of('new'),
    starred: of('starred'),
  };
}

type Add = (models: readonly Model[]) => void;

function unknownRow(one: FoundId, add: Add): HTMLLIElement {
  const nearest = one.kind === 'unknown' ? one.nearest : null;
  const words =
    nearest === null
      ? ['No model of this id was ever listed.']
      : ['No model of this id was ever listed. Did you mean ', link(nearest), '?'];
  const isThere = nearest !== null && isStarred(nearest.id);
  return row(
    one,
    [tag('Unknown id', 'up'), ' ', ...words, ...(isThere ? [' It is starred.'] : [])],
    nearest === null || isThere
      ? []
      : [
          action(`Add ${nearest.id}`, () => {
            add([nearest]);
          }),
        ],
  );
}

function retiredRow(one: FoundId, byId: ReadonlyMap<string, SearchEntry>, add: Add): HTMLLIElement {
  if (one.kind !== 'known') return row(one, [], []);
  const { entry } = one;
  const other = byId.get(entry.replacement ?? '') ?? null;
  const isThere = other !== null && isStarred(other.id);
  return row(
    one,
    [
      tag(`Retired ${date(entry.retired ?? '')}`, 'warn'),
      ' ',
      ...(other === null
        ? ['No listed model is close enough to name as a replacement.']
        : ['Possible replacement: ', link(other), isThere ? ', which is starred.' : '.']),
    ],
    [
      ...(other === null || isThere
        ? []
        : [
            action(`Add ${other.name}`, () => {
              add([other]);
            }),
          ]),
      action(`Add the retired ${entry.name}`, () => {
        add([entry]);
      }),
    ],
  );
}

function renamedRow(one: FoundId, add: Add): HTMLLIElement {
  if (one.kind !== 'known') return row(one, [], []);
  const { entry, suffix } = one;
  return row(
    one,
    suffix === null
      ? [tag('Former or permanent id', ''), ' Listed as ', link(entry), ` (${entry.id}).`]
      : [
          tag('Suffix', ''),
          ` OpenRouter takes ${suffix} after the id of a model. The model is `,
          link(entry),
          '.',
        ],
    [
      action(`Add ${entry.name}`, () => {
        add([entry]);
      }),
    ],
  );
}

/** One row for all models that can be added. */
function newRow(found: readonly FoundId[], add: Add): HTMLLIElement {
  const entries = found.flatMap((one) => (one.kind === 'known' ? [one.entry] : []));
  const names = entries.map(({ name }) => name);
  const rest = names.length - MAX_NAMED;
  const shown = rest > 0 ? [...names.slice(0, MAX_NAMED), `${rest} more`] : names;
  const [only] = found;
  const label = entries.length === 1 ? `Add ${names[0] ?? ''}` : `Add all ${entries.length}`;
  const button = action(
    label,
    () => {
      add(entries);
    },
    MAIN_BUTTON,
  );
  return found.length === 1 && only
    ? row(only, [tag('Listed', ''), ' ', list(shown)], [button])
    : el(
        'li',
        {},
        el('div', { class: 'my-name' }, `${entries.length} listed models`),
        el('div', { class: 'my-what' }, list(shown)),
        el('div', { class: 'my-actions' }, button),
      );
}

function row(
  one: FoundId,
  words: readonly (Node | string)[],
  actions: readonly HTMLElement[],
): HTMLLIElement {
  return el(
    'li',
    {},
    el('div', { class: 'my-name' }, el('code', {}, one.text), ' ', el('small', {}, linesWords(one.lines))),
    el('div', { class: 'my-what' }, ...words),
    el('div', { class: 'my-actions' }, ...actions),
  );
}

function tag(text: string, tone: string): HTMLElement {
  return el('b', { class: `tag ${tone}`.trim() }, text);
}

function link({ id, name }: Model): HTMLElement {
  return el('a', { href: url(modelPath(id)) }, name);
}

function action(label: string, press: () => void, look = BUTTON): HTMLButtonElement {
  const button = el('button', { type: 'button', class: look }, label);
  button.addEventListener('click', press);
  return button;
}

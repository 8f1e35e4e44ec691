import { foundWords, freeWords, seeAllWords } from '../../../search/finder-words.ts';
import {
  amongFree,
  find,
  listQuery,
  ownParameters,
  readQuestion,
  type Question,
} from '../../../search/finder.ts';
import { readFinder, type FinderData, type FinderFile } from '../../../search/index/finder-file.ts';
import { withWorkload, writeAddress } from '../../base/client/address-bar.ts';
import { OtherBuild } from '../../base/client/build-file.ts';
import { loadFilterData } from '../../filter-panel/client/filter-data.ts';
import { resultRow } from './result-row.ts';

/** Answers the questions of `<model-finder>`. Its functions reject if the data cannot be loaded. */

export { OtherBuild };

let loading: Promise<FinderData> | undefined;

function loadData({ dataset }: HTMLElement): Promise<FinderData> {
  if (loading) return loading;
  const { filters = '', names = '' } = dataset;
  loading = Promise.all([loadFilterData(filters), fetchNames(names)]).then(([data, file]) => {
    if (!filters.endsWith(`?${file.filters}`)) throw new OtherBuild(`${names} is of build ${file.build}.`);
    return readFinder(file, data);
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function fetchNames(address: string): Promise<FinderFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as FinderFile;
}

/** Loads the data before it is needed. */
export async function prefetch(finder: HTMLElement): Promise<void> {
  await loadData(finder);
}

/** Answers the question in the form, and keeps it in the URL. */
export async function answerForm(finder: HTMLElement, form: HTMLFormElement): Promise<void> {
  const question = questionIn(finder, form);
  await answer(finder, form, question);
  writeAddress(withWorkload(ownParameters(question)), 'replace');
}

/** Answers the question in the URL. */
export async function answerAddress(finder: HTMLElement, form: HTMLFormElement): Promise<void> {
  const asked = readQuestion(new URLSearchParams(location.search), finder.dataset.today ?? '');
  const values = new Map([...ownParameters(asked)].map(([name, value]) => [name, value.split(',')] as const));
  // A feature with a parameter of its own.
  if (values.has('open')) values.set('can', [...(values.get('can') ?? []), 'open-weights']);
  for (const select of form.querySelectorAll('select')) {
    const value = values.get(select.name)?.shift() ?? '';
    const isOffered = [...select.options].some((option) => option.value === value);
    select.value = isOffered ? value : (select.options[0]?.value ?? '');
  }
  await answer(finder, form, questionIn(finder, form));
}

function questionIn({ dataset }: HTMLElement, form: HTMLFormElement): Question {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') parameters.append(name, value);
  }
  return readQuestion(parameters, dataset.today ?? '');
}

async function answer(finder: HTMLElement, form: HTMLFormElement, question: Question): Promise<void> {
  const data = await loadData(finder);
  // A newer question is answered by its own call.
  if (listQuery(questionIn(finder, form)) !== listQuery(question)) return;
  const found = find(question, data.groups);
  const listOf = (asked: Question): string => `${finder.dataset.list ?? ''}?${listQuery(asked)}`;
  finder.querySelector('[data-found]')?.replaceChildren(foundWords(question, found));
  setLink(finder.querySelector('[data-free]'), freeWords(found), listOf(amongFree(question)));
  setLink(finder.querySelector('[data-see-all]'), seeAllWords(found), listOf(question));
  for (const [place, row] of finder.querySelectorAll<HTMLTableRowElement>('tbody tr').entries()) {
    const model = found.cheapest[place];
    row.hidden = model === undefined;
    if (!model) continue;
    const { id, href, cells } = resultRow(model, data.factsOf(model.id), data.authors);
    row.dataset.modelId = id;
    row.querySelector('a')?.setAttribute('href', href);
    for (const cell of row.querySelectorAll<HTMLElement>('[data-cell]')) {
      cell.textContent = cells[cell.dataset.cell as keyof typeof cells];
    }
  }
  finder.dispatchEvent(new CustomEvent('answered'));
}

function setLink(link: HTMLAnchorElement | null, text: string, href: string): void {
  if (!link) return;
  link.textContent = text;
  link.href = href;
  link.hidden = text === '';
}

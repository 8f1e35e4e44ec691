import { CATEGORIES, isCategory } from '../../catalog/categories.ts';
import { capitalize, inSentence, integer, list } from '../../catalog/figures.ts';
import { modalityNouns } from '../../catalog/modalities.ts';
import { outputInfo } from '../../catalog/outputs.ts';
import type { ValueNames } from '../filter-kinds.ts';
import { filterSentence } from '../filter-phrases.ts';
import { FILTERS, keysIn, valuesIn, type FilterKey, type Filters } from '../filters.ts';
import type { ListNeed, NeedSort } from './need.ts';

/** Lists of models as sentences. Not in `site/words`, because browser code uses them. */

const ORDERS: Readonly<Record<NeedSort, string>> = {
  popularity: 'most used first',
  name: 'by name',
  input: 'cheapest input first',
  output: 'cheapest output first',
  'highest-input': 'most expensive input first',
  'highest-output': 'most expensive output first',
  context: 'longest context first',
  'max-output': 'longest output first',
  newest: 'newest first',
};

type Say = (values: readonly string[], names: ValueNames) => readonly string[];

/** Filters as properties of models: `with tools and open weights`. */
const HAVING: Readonly<Partial<Record<FilterKey, Say>>> = {
  can: (values, names) => values.map((value) => inSentence(FILTERS.can.word(value, names))),
  open: () => ['open weights'],
  context_min: ([value = ''], names) => [`a context of ${FILTERS.context_min.word(value, names)}`],
  max_output_min: ([value = ''], names) => [`a max output of ${FILTERS.max_output_min.word(value, names)}`],
  input_max: ([value = ''], names) => [`input ${FILTERS.input_max.word(value, names)} / 1M tokens`],
  output_max: ([value = ''], names) => [`output ${FILTERS.output_max.word(value, names)} / 1M tokens`],
  stable: () => ['no price change in 90 days'],
};

/** Filters with their own place in the sentence. */
const SAID_BEFORE: readonly FilterKey[] = ['author', 'out', 'category', 'in', 'price'];

/** A list with its number of models: `Models that take images, free: 12`. `null`: the number is not known. */
export function needWords(need: ListNeed, count: number | null, names: ValueNames): string {
  const { filters } = need;
  const having = keysIn(filters).flatMap((key) => HAVING[key]?.(valuesIn(filters, key), names) ?? []);
  const inputs = modalityNouns(valuesIn(filters, 'in'));
  const payment = paymentWords(filters, names);
  const others = keysIn(filters)
    .filter((key) => !SAID_BEFORE.includes(key) && !(key in HAVING))
    .map((key) => filterSentence({ [key]: valuesIn(filters, key) }, names));
  const clauses = [
    ...(inputs.length === 0 ? [] : [`that take ${list(inputs)}`]),
    ...(having.length === 0 ? [] : [`with ${list(having)}`]),
  ];
  // The other filters stand before the noun; without any clause after it, they become one.
  const isPlain = clauses.length === 0;
  const more = isPlain && others.length > 0 ? [`that are ${list(others)}`] : others;
  const [first, ...rest] = [...clauses, ...(isPlain ? [] : payment), ...more];
  const sentence = [
    [subject(filters, isPlain ? payment : [], names), ...(first === undefined ? [] : [first])].join(' '),
    ...rest,
    ...orderWords(need),
  ].join(', ');
  if (count === null) return sentence;
  return `${sentence}: ${count === 0 ? 'none' : integer(count)}`;
}

/** The order if it is set; else popularity, for a category and without filters. */
function orderWords({ sort, filters, category }: ListNeed): string[] {
  if (sort !== null) return [ORDERS[sort]];
  return category !== null || keysIn(filters).length === 0 ? [ORDERS.popularity] : [];
}

/** `Free OpenAI image models for programming`. */
function subject(filters: Filters, properties: readonly string[], names: ValueNames): string {
  const [output, ...more] = valuesIn(filters, 'out');
  const kind =
    output !== undefined && more.length === 0
      ? outputInfo(output).title
      : isOfRouters(filters)
        ? 'Routers'
        : 'Models';
  const authors = list([...new Set(valuesIn(filters, 'author').map(names.authorName))], 'or');
  const nouns = [...properties, authors, inSentence(kind)].filter(Boolean).join(' ');
  const giving = more.length === 0 ? '' : ` that give ${list(modalityNouns([output ?? '', ...more]))}`;
  const uses = valuesIn(filters, 'category').map((key) =>
    inSentence(isCategory(key) ? CATEGORIES[key].label : key),
  );
  // The name of an author keeps its first letter.
  const first = properties.length === 0 && authors !== '' ? nouns : capitalize(nouns);
  return `${first}${giving}${uses.length === 0 ? '' : ` for ${list(uses, 'or')}`}`;
}

/** Routers are the models with a dynamic price. */
function isOfRouters(filters: Filters): boolean {
  return valuesIn(filters, 'price').includes('dynamic') && valuesIn(filters, 'out').length === 0;
}

/** `free` or `paid`. */
function paymentWords(filters: Filters, names: ValueNames): string[] {
  return isOfRouters(filters)
    ? []
    : valuesIn(filters, 'price').map((value) => FILTERS.price.word(value, names).toLowerCase());
}

import { CATEGORIES, type Category } from '../catalog/categories.ts';
import { integer, shortTokens } from '../catalog/format.ts';
import type { ModelGroup, RowCount } from '../catalog/group.ts';
import type { Author, Model } from '../catalog/model.ts';
import { sortGroups } from '../catalog/sort.ts';
import { countWords } from '../site/words/counts.ts';
import type { PictureContent, PictureFact } from './content.ts';
import { drawnId, nameOrId } from './drawable.ts';
import { dollars } from './price-facts.ts';

const NEWEST = 3;
const MOST_USED = 5;
const NOTHING = { subtitle: '', tag: null, facts: [], remarks: [], list: [], chart: null } as const;

/** What the picture of an author shows. Retired models count only where none is listed. */
export function authorContent(
  { slug, name }: Author,
  {
    groups,
    count,
    retired,
  }: {
    readonly groups: readonly ModelGroup[];
    readonly count: RowCount;
    readonly retired: RowCount;
  },
): PictureContent {
  const common = {
    ...NOTHING,
    kicker: 'Models and prices',
    title: nameOrId(name, slug),
    subtitle: drawnId(slug),
  };
  if (groups.length === 0) {
    return { ...common, tag: 'No listed models', facts: [countFact('Retired models', retired)] };
  }
  const newest = sortGroups(groups, 'newest')
    .slice(0, NEWEST)
    .map(({ base }) => nameOf(base));
  return {
    ...common,
    facts: [countFact('Models', count), ...lowestInput(groups), ...largestContext(groups)],
    remarks: [`Newest: ${newest.join(', ')}`],
  };
}

/**
 * What the picture of a category shows. `models` are in their order; `isMeasured`: that order is use as
 * measured.
 */
export function categoryContent(
  category: Category,
  models: readonly Model[],
  { isMeasured, count }: { readonly isMeasured: boolean; readonly count: RowCount },
): PictureContent {
  const { label, about } = CATEGORIES[category];
  const isRanked = isMeasured && models.length > 0;
  return {
    ...NOTHING,
    kicker: isRanked ? 'Most used models' : 'Category',
    title: label,
    subtitle: about,
    facts: models.length === 0 ? [] : [countFact('Models', count)],
    list: isRanked ? models.slice(0, MOST_USED).map((model, at) => `${at + 1}. ${nameOf(model)}`) : [],
  };
}

function countFact(label: string, { models, variants, aliases }: RowCount): PictureFact {
  const hasOthers = variants + aliases > 0;
  return {
    label,
    value: integer(models),
    unit: hasOthers ? `and ${countWords({ models: 0, variants, aliases })}` : '',
  };
}

function lowestInput(groups: readonly ModelGroup[]): readonly PictureFact[] {
  for (const { base } of sortGroups(groups, 'input')) {
    const { input } = base.prices;
    if (input.kind !== 'amount') continue;
    return [
      {
        label: 'Lowest paid input price',
        value: dollars(input.usd),
        unit: `per ${input.unit}, without variants`,
      },
    ];
  }
  return [];
}

function largestContext(groups: readonly ModelGroup[]): readonly PictureFact[] {
  const context = sortGroups(groups, 'context')[0]?.base.context;
  return context ? [{ label: 'Largest context', value: shortTokens(context), unit: 'tokens' }] : [];
}

function nameOf({ name, id }: Model): string {
  return nameOrId(name, id);
}

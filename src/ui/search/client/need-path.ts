import { SEARCH_TERMS } from '../../../search/orders.ts';
import { withValues } from '../../../search/filters.ts';
import { orderOf, type ListNeed, type Need } from '../../../search/needs/need.ts';
import { PAGES } from '../../../search/needs/pages.ts';
import { writeRequest } from '../../../search/params.ts';
import { NO_REQUEST } from '../../../search/search.ts';
import { authorPath, categoryPath, outputPath } from '../../../site/urls.ts';

/** `/models/?in=image&price=free`, `/categories/programming/`, `/feeds/`: where a need is answered. */
export function needPath(need: Need): string {
  if (need.kind === 'author') return authorPath(need.slug);
  if (need.kind === 'page') return PAGES[need.page].path;
  if (need.output !== null) return outputPath(need.output);
  const parameters = parametersOf(need);
  return `${need.category === null ? '/models/' : categoryPath(need.category)}${parameters && `?${parameters}`}`;
}

function parametersOf({ filters, sort, category }: ListNeed): string {
  const order = sort === null ? null : orderOf(sort);
  // The page of a category has only its models.
  const own = category === null ? filters : withValues(filters, 'category', []);
  return writeRequest({ ...NO_REQUEST, filters: own, order }, SEARCH_TERMS)
    .toString()
    .replaceAll('%2C', ',');
}

import { CATEGORIES } from '../catalog/categories.ts';
import type { RankingChange } from '../rankings/changes.ts';
import { betweenSentence } from '../site/words/history.ts';
import { markup } from '../site/html.ts';
import type { FeedItem } from './feed.ts';
import { keyOf } from './guid.ts';

/** A model that entered or left a category's list or its top ten. */
export function categoryItem(
  change: RankingChange,
  { url, name }: { readonly url: string; readonly name: string },
): FeedItem {
  const { category, id, between, of, action, rank } = change;
  const verb = action === 'entered' ? 'enters' : 'leaves';
  const headline = `${verb} the ${of === 'top' ? 'first ten' : 'list'} for ${CATEGORIES[category].label}`;
  const place = rank === null ? '' : `, at place ${rank}`;
  return {
    key: keyOf(['ranking', between.after, category, of, action, id]),
    model: id,
    title: `${name}: ${headline}${place}`,
    html: markup`<p><a href="${url}">${name}</a> (<code>${id}</code>) ${headline}${place}.</p>
<p>${betweenSentence(between)}</p>`.text,
    link: url,
    date: between.by,
    topic: 'Ranking',
  };
}

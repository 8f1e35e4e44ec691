import { NO_REQUEST } from '../../../search/search.ts';
import { nearestNames } from '../../../search/suggest.ts';
import { textAskedFor } from './asked-page.ts';
import { answers, type Found } from './engine.ts';
import { groupsOf } from './groups.ts';
import { addResultsStyle } from './results-style.ts';
import { modelRow } from './rows.ts';

/**
 * Links to the pages whose names are nearest to `address`, a path that has no page: what a search for its
 * words finds, or else the models of the nearest names.
 */
export async function nearestRows(address: string, limit: number): Promise<HTMLElement[]> {
  const text = textAskedFor(address);
  if (text === '') return [];
  addResultsStyle();
  let last: Found | undefined;
  for await (const found of answers({ ...NO_REQUEST, typed: text }, false)) last = found;
  if (!last) return [];
  const { names, answer } = last;
  const found = groupsOf(last, limit).flatMap(([, rows]) => rows);
  const rows =
    found.length > 0
      ? found
      : nearestNames(names.lexicon, answer.query, limit).map((entry) =>
          modelRow({ entry, variants: [] }, [], names),
        );
  // They are outside a list of options.
  for (const row of rows) row.removeAttribute('role');
  return rows.slice(0, limit);
}

import { NO_REQUEST } from '../../../search/search.ts';
import { nearestNames } from '../../../search/suggest.ts';
import { answers, type Found } from './engine.ts';
import { groupsOf } from './groups.ts';
import { addResultsStyle } from './results-style.ts';
import { modelRow } from './rows.ts';

/** The rows that a search for `text` finds, or else the models of the nearest names, as links. */
export async function nearestRows(text: string, limit: number): Promise<HTMLElement[]> {
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

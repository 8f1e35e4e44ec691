import { memo } from '../../catalog/once.ts';
import { compareText } from '../../catalog/order.ts';
import { snapshot } from '../../site/queries/catalog.ts';
import { answerHead } from '../write-head.ts';
import { catalogAnswer, retiredAnswer } from '../api/lists.ts';
import { recordedModels, recordOf } from '../paged-models.ts';
import { BENCHMARK_SOURCES } from '../record/benchmarks.ts';
import { HISTORY_COLUMNS, periodsOf } from './history-columns.ts';
import { MODEL_COLUMNS, RETIRED_COLUMNS } from './model-columns.ts';
import { tableOf, type About, type Table } from './table.ts';

interface Tables {
  /** Every listed model, most used first. */
  readonly models: Table;
  /** Every retired model, most recently retired first. */
  readonly retired: Table;
  /** The prices and limits of every model with a page, by id and time. */
  readonly history: Table;
  readonly about: About;
}

/** All models and the whole price history. `site` is the address of this site. */
export function dataTables(site: URL | undefined): Promise<Tables> {
  return tablesFor(site?.href);
}

const tablesFor = memo(async (site: string | undefined): Promise<Tables> => {
  const url = site === undefined ? undefined : new URL(site);
  return {
    models: tableOf('models', MODEL_COLUMNS, (await catalogAnswer(url)).models),
    retired: tableOf('retired', RETIRED_COLUMNS, (await retiredAnswer(url)).models),
    history: await historyTable(url),
    about: await aboutTables(),
  };
});

async function historyTable(site: URL | undefined): Promise<Table> {
  const byPath = [...(await recordedModels())].sort(([a], [b]) => compareText(a, b));
  const periods = [];
  for (const [, paged] of byPath) periods.push(...periodsOf(await recordOf(paged, site)));
  return tableOf('history', HISTORY_COLUMNS, periods);
}

async function aboutTables(): Promise<About> {
  const { source, ...head } = answerHead(await snapshot());
  return {
    ...Object.fromEntries(Object.entries(head).map(([key, value]) => [key, String(value)])),
    source: `${source.name}, ${source.url}`,
    note: source.note,
    benchmarks: Object.values(BENCHMARK_SOURCES).join('; '),
  };
}

import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Model } from '../catalog/model.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { readConfig, type Config } from '../config.ts';
import { LEDGER_FOLDER, RANKINGS_FOLDER } from '../files/data-paths.ts';
import { readLedger } from '../ledger/files.ts';
import { previousSize } from '../ledger/previous-size.ts';
import type { Block } from '../ledger/record.ts';
import { loadBlocks } from '../ledger/load-blocks.ts';
import { loadRankings } from '../rankings/files.ts';
import type { RankingRecord } from '../rankings/record.ts';
import { loadSnapshot } from '../upstream/load.ts';
import { storable } from './storable.ts';

/** Everything of the snapshot but its models and their facts. */
export type SnapshotEntry = Omit<Snapshot, 'models' | 'facts'>;

/** The ledger as of the snapshot. */
export interface LedgerEntry {
  readonly blocks: readonly Block[];
}

/** What is known of the categories' orders up to the snapshot. */
export interface RankingsEntry {
  readonly records: readonly RankingRecord[];
}

/** The ids of the only entries of their collections. */
export const SNAPSHOT_ID = 'now';
export const LEDGER_ID = 'ledger';
export const RANKINGS_ID = 'rankings';

/**
 * Four loaders over one acquisition: an entry a model, one for the rest of the snapshot, one for the ledger up to it, and one for
 * the rankings up to it.
 */
export function catalogLoaders(
  load = loadForBuild,
): Readonly<Record<'models' | 'snapshot' | 'ledger' | 'rankings', Loader>> {
  let loading: Promise<Snapshot> | undefined;
  const snapshotOnce = (context: LoaderContext): Promise<Snapshot> => (loading ??= load(context));
  return {
    models: {
      name: 'catalog-models',
      load: async (context) => {
        const { models } = await snapshotOnce(context);
        context.store.clear();
        for (const model of models) context.store.set({ id: model.id, data: storable({ ...model }) });
      },
    } satisfies Loader,
    snapshot: {
      name: 'catalog-snapshot',
      load: async (context) => {
        const entry = withoutModels(await snapshotOnce(context));
        context.store.clear();
        context.store.set({ id: SNAPSHOT_ID, data: storable({ ...entry }) });
      },
    } satisfies Loader,
    ledger: {
      name: 'catalog-ledger',
      load: async (context) => {
        const folder = fileURLToPath(new URL(LEDGER_FOLDER, context.config.root));
        const entry: LedgerEntry = { blocks: await loadBlocks(folder, await snapshotOnce(context)) };
        context.store.clear();
        context.store.set({ id: LEDGER_ID, data: storable({ ...entry }) });
      },
    } satisfies Loader,
    rankings: {
      name: 'catalog-rankings',
      load: async (context) => {
        const folder = fileURLToPath(new URL(RANKINGS_FOLDER, context.config.root));
        const entry: RankingsEntry = { records: await loadRankings(folder, await snapshotOnce(context)) };
        context.store.clear();
        context.store.set({ id: RANKINGS_ID, data: storable({ ...entry }) });
      },
    } satisfies Loader,
  };
}

function withoutModels(snapshot: Snapshot): SnapshotEntry {
  const rest = Object.entries(snapshot).filter(([key]) => key !== 'models' && key !== 'facts');
  return Object.fromEntries(rest) as unknown as SnapshotEntry;
}

async function loadForBuild({ config: astro }: LoaderContext): Promise<Snapshot> {
  const config = readConfig();
  const snapshot = await loadSnapshot(config, {
    root: fileURLToPath(astro.root),
    previous: async () =>
      previousSize((await readLedger(fileURLToPath(new URL(LEDGER_FOLDER, astro.root)))).state),
    summary: console.log,
    ...(process.stdout.isTTY && { progress: console.log }),
  });
  return { ...snapshot, models: snapshot.models.map((model) => shown(model, config)) };
}

/** The model without what the site's owner switched off. */
function shown(model: Model, { showBenchmarks, showDescriptions }: Config): Model {
  return {
    ...model,
    description: showDescriptions ? model.description : null,
    ...(!showBenchmarks && {
      benchmarks: null,
      other: model.other.filter(({ path }) => !path.startsWith('benchmarks.')),
    }),
  };
}

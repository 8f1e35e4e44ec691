import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Model } from '../catalog/model.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { readConfig, type Config } from '../config.ts';
import { previousSize } from '../ledger/previous-size.ts';
import { loadSnapshot } from '../upstream/load.ts';
import { recordedLedger } from './recorded.ts';
import { storable } from './storable.ts';

/** The snapshot without its models. */
export type SnapshotEntry = Omit<Snapshot, 'models' | 'facts'> & {
  /**
   * The facts by id as JSON. The ledger compares them with its own, so Astro's store must not change their
   * text.
   */
  readonly factsJson: string;
  /**
   * ISO time at which a live build read the endpoint. Builds from a capture have the time of the capture, so
   * that the same capture gives the same bytes.
   */
  readonly generatedAt: string;
};

/** The id of the collection's only entry. */
export const SNAPSHOT_ID = 'now';

/**
 * Two loaders that share one acquisition: one entry per model, and one entry for the rest of the snapshot.
 * The rest needs a collection too: Astro runs loaders and pages with two copies of each module, so a page
 * that loaded the snapshot would request it again.
 */
export function catalogLoaders(load = loadForBuild): Readonly<Record<'models' | 'snapshot', Loader>> {
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
        const entry = entryOf(await snapshotOnce(context));
        context.store.clear();
        context.store.set({ id: SNAPSHOT_ID, data: storable({ ...entry }) });
      },
    } satisfies Loader,
  };
}

function entryOf({ facts, ...snapshot }: Snapshot): SnapshotEntry {
  const rest = Object.entries(snapshot).filter(([key]) => key !== 'models');
  const generatedAt = snapshot.source === 'live' ? new Date().toISOString() : snapshot.capturedAt;
  return Object.fromEntries([
    ...rest,
    ['factsJson', JSON.stringify([...facts])],
    ['generatedAt', generatedAt],
  ]) as unknown as SnapshotEntry;
}

async function loadForBuild({ config: astro }: LoaderContext): Promise<Snapshot> {
  const config = readConfig();
  const snapshot = await loadSnapshot(config, {
    root: fileURLToPath(astro.root),
    previous: async () => previousSize((await recordedLedger(astro.root)).state),
    summary: console.log,
    ...(process.stdout.isTTY && { progress: console.log }),
  });
  return { ...snapshot, models: snapshot.models.map((model) => shown(model, config)) };
}

/** The model without the parts that the site's owner disabled. */
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

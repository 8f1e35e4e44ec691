import { startServer } from '../../src/cli/static-server.ts';
import { SITE_NAMES, addressVariable, basePathOf, ensureSites, siteDir } from './sites.ts';

/** Builds what is stale, serves every site on a port of its own, and gives back what stops it all. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureSites();
  const servers = await Promise.all(
    SITE_NAMES.map(async (name) => {
      const server = await startServer({ dir: siteDir(name), basePath: basePathOf(name), port: 0 });
      process.env[addressVariable(name)] = server.url;
      return server;
    }),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

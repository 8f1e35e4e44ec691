import { serve } from './serve.ts';
import { SITE_NAMES, basePathOf, ensureSites, originVariable, siteDir } from './sites.ts';

/** Builds what is stale, serves every site on a port of its own, and gives back what stops it all. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureSites();
  const servers = await Promise.all(
    SITE_NAMES.map(async (name) => {
      const server = await serve(siteDir(name), basePathOf(name));
      process.env[originVariable(name)] = server.origin;
      return server;
    }),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

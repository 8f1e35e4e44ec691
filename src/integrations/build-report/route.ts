import type { APIRoute } from 'astro';
import { categoryCounts, models, snapshot } from '../../site/queries/catalog.ts';
import { history, retiredModels } from '../../site/queries/history.ts';
import { reportOn } from './catalog-report.ts';

export const GET: APIRoute = async () =>
  Response.json(
    reportOn({
      snapshot: await snapshot(),
      models: await models(),
      categoryCounts: await categoryCounts(),
      retired: (await retiredModels()).length,
      events: (await history()).eventCount,
    }),
  );

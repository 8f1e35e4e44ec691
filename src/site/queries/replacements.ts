import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { alternatives, modelById } from './catalog.ts';
import { replacementFor, type Replacement, type ReplacementSources } from '../replacement.ts';
import { history } from './history.ts';

/** The data that replacements are chosen from in this build. */
const replacementSources = once(async (): Promise<ReplacementSources> => ({
  history: await history(),
  listed: await modelById(),
  alternatives: await alternatives(),
}));

/** The listed model that may replace a retired or retiring one. */
export async function replacementOf(model: Model): Promise<Replacement | null> {
  return replacementFor(model, await replacementSources());
}

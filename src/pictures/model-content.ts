import { capitalize, MISSING, shortTokens } from '../catalog/figures.ts';
import { date } from '../catalog/format.ts';
import type { Model } from '../catalog/model.ts';
import { splitName } from '../catalog/names.ts';
import type { Between } from '../history/change.ts';
import type { ModelHistory } from '../history/model-history.ts';
import { dayWords } from '../site/words/history.ts';
import { listedTag } from '../site/words/removal.ts';
import { pictureChart } from './chart.ts';
import type { PictureContent, PictureFact } from './content.ts';
import { drawnId, nameOrId } from './drawable.ts';
import { priceFacts, priceRemarks } from './price-facts.ts';

/** Whether a model is listed, and if not, since when. */
export type ListingState =
  | { readonly kind: 'listed' }
  | { readonly kind: 'retired' | 'renamed'; readonly when: Between }
  /** Not asked for in this capture. */
  | { readonly kind: 'seen'; readonly on: string };

/** What the picture of a model shows. `history` is `null` where the ledger has none; `now` is an ISO time. */
export function modelContent(
  model: Model,
  state: ListingState,
  history: ModelHistory | null,
  now: string,
): PictureContent {
  const isPast = state.kind !== 'listed';
  const title = nameOrId(model.name, model.id);
  const remarks = priceRemarks(model, isPast);
  return {
    kicker: nameOrId(model.author.name, model.author.slug),
    title,
    subtitle: subtitleOf(model, title),
    tag: tagOf(model, state, now),
    facts: [...priceFacts(model, isPast), contextFact(model)],
    remarks,
    list: [],
    // Beside a chart there is room for one remark.
    chart: history !== null && remarks.length < 2 ? pictureChart(history, now) : null,
  };
}

/** The id, unless it is the title; with `, at present Claude Opus 5` for an alias. */
function subtitleOf({ id, aliasTarget }: Model, title: string): string {
  const shown = drawnId(id) === title ? '' : drawnId(id);
  if (aliasTarget === null) return shown;
  const target = `at present ${nameOrId(splitName(aliasTarget.name).name, aliasTarget.id)}`;
  return shown === '' ? capitalize(target) : `${shown}, ${target}`;
}

function tagOf(model: Model, state: ListingState, now: string): string | null {
  switch (state.kind) {
    case 'listed': {
      const tag = listedTag(model, now);
      return tag === null ? null : capitalize(tag);
    }
    case 'retired':
    case 'renamed':
      return `${capitalize(state.kind)} ${dayWords(state.when)}`;
    case 'seen':
      return `Last seen ${date(state.on)}`;
  }
}

function contextFact({ context }: Model): PictureFact {
  const tokens = shortTokens(context);
  return tokens === MISSING
    ? { label: 'Context', value: 'Not stated', unit: '' }
    : { label: 'Context', value: tokens, unit: 'tokens' };
}

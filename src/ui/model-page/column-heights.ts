import { CATEGORY_NAMES } from '../../catalog/categories.ts';
import type { Alternative } from '../../catalog/alternatives.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import { isGiven } from '../../catalog/price.ts';
import { priceTable } from '../../catalog/price-table.ts';
import { shownAlternatives } from '../../site/queries/alternatives.ts';
import { comparableWith } from '../../site/queries/comparisons.ts';
import { groupOf } from '../../site/queries/catalog.ts';
import { history } from '../../site/queries/history.ts';
import { requestExamples } from '../../site/requests.ts';
import { comparisonWords } from '../../site/words/alternatives.ts';
import { SHOWN_MOVES } from '../price-history/shown-moves.ts';

/**
 * Which sections stand in the two columns of a model's page, so that both end at about the same height.
 * Heights are estimates in pixels at the usual text size; the sections have no fixed ones.
 */
interface InColumns {
  /** Features, reasoning and parameters, in the main column. */
  readonly abilities: boolean;
  /** The example of a request, in the main column. */
  readonly request: boolean;
  /** The ranks, in the aside. */
  readonly ranks: boolean;
  /** Whether those that follow below stand in two columns of their own. */
  readonly isSplit: boolean;
}

const TITLE = 74;
const LINE = 18;
const ROW = 36;
/** Ranks alone below leave half of the page empty: as bad as columns that differ by so much. */
const EMPTY_HALF = 150;
/** Characters of small text on a line of the aside. */
const ASIDE_LINE = 45;

export async function inColumns(model: Model): Promise<InColumns> {
  const hasRequest = requestExamples(model) !== null;
  const [main, aside] = [await mainHeight(model), await asideHeight(model)];
  const choices = [true, false].flatMap((abilities) =>
    [true, false].flatMap((request) => [true, false].map((ranks) => ({ abilities, request, ranks }))),
  );
  const rated = choices.map((choice) => {
    const { abilities, request, ranks } = choice;
    const isRequestBelow = hasRequest && !request;
    const isHalfEmpty = !ranks && abilities && !isRequestBelow;
    const own = main + (abilities ? abilitiesHeight(model) : 0) + (request && hasRequest ? 261 : 0);
    const gap = Math.abs(own - aside - (ranks ? ranksHeight(model) : 0));
    return { ...choice, isSplit: !(abilities && ranks), gap: gap + (isHalfEmpty ? EMPTY_HALF : 0) };
  });
  return rated.reduce((best, one) => (one.gap < best.gap ? one : best));
}

/** Description, cost, prices and history. */
async function mainHeight(model: Model): Promise<number> {
  const prices = TITLE + 45 + ROW * priceTable(model).rows.length;
  return 250 + prices + (await historyHeight(model.id));
}

async function historyHeight(id: ModelId): Promise<number> {
  const known = (await history()).historyOf(id);
  if (known === null) return 0;
  const shown = Math.min(known.priceChanges.length, SHOWN_MOVES);
  const contexts = known.contextSteps.length > 1 ? 44 : 0;
  const chart = known.priceSteps.some(({ prices }) => isGiven(prices)) ? 200 : 0;
  return 130 + chart + contexts + (shown > 0 ? 120 + ROW * shown : 0);
}

async function asideHeight(model: Model): Promise<number> {
  const [{ same, near, steps, reason }, { predecessor, rival }, group] = await Promise.all([
    shownAlternatives(model),
    comparableWith(model),
    groupOf(model),
  ]);
  const heightOf = (others: readonly Alternative[]): number =>
    others.reduce((sum, other) => sum + rowHeight(model, other), 0);
  const links = [predecessor, rival].filter((other) => other !== null).length;
  const related = group?.members.length ?? 0;
  return (
    TITLE +
    (same.length > 0 ? heightOf(same) : 2 * LINE) +
    (near.length > 0 ? 36 + heightOf(near) : 0) +
    (reason === null ? 4 * LINE : 0) +
    (steps.length > 0 ? TITLE + heightOf(steps) : 0) +
    (links > 0 ? TITLE + 36 * links : 0) +
    (related > 0 ? TITLE + 94 * related : 0)
  );
}

function rowHeight(model: Model, other: Alternative): number {
  const { gain, lose, quality } = comparisonWords(model, other);
  const lines = [gain, lose, quality].map(({ length }) => Math.ceil(length / ASIDE_LINE));
  return 58 + LINE * lines.reduce((sum, count) => sum + count, 0);
}

function abilitiesHeight({ parameters, reasoning }: Model): number {
  const chips = Math.ceil((parameters?.length ?? 0) / 4);
  const efforts = reasoning?.efforts.length ?? 0;
  return 3 * TITLE + 90 + 32 * chips + LINE * efforts;
}

function ranksHeight({ ranks, popularity }: Model): number {
  const rows =
    CATEGORY_NAMES.filter((name) => ranks[name] !== undefined).length + (popularity === null ? 0 : 1);
  return TITLE + 90 + ROW * rows;
}

import { CAPABILITIES, hasCapability, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import { date, exactUsd, shortTokens } from '../../catalog/figures.ts';
import { exactPrice } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import type { Price } from '../../catalog/price.ts';
import { changeWords } from '../../history/change-presentation.ts';
import type { Change } from '../../history/change.ts';
import { dayWords } from '../../site/words/history.ts';
import type { RetiredModel } from '../../site/queries/history.ts';
import { bullets, code, document, heading, link, paragraph, table, type Inline } from './markup.ts';
import { SOURCE } from './model-markdown.ts';

/** The address of the document of a model. */
type AddressOf = (id: string) => string;

/** A list as a document: what it is, then its blocks. */
export function listDocument(title: string, about: string, ...blocks: readonly (string | null)[]): string {
  return document(heading(1, title), paragraph(about), ...blocks, SOURCE);
}

export function modelsTable(models: readonly Model[], addressOf: AddressOf): string {
  return table(
    ['Model', 'Id', 'Input', 'Output', 'Context', 'Takes', 'Gives', 'Features'],
    models.map((model) => [
      link(model.name, addressOf(model.id)),
      code(model.id),
      priceText(model.prices.input),
      priceText(model.prices.output),
      shortTokens(model.context),
      model.inputModalities.join(', '),
      model.outputModalities.join(', '),
      ROW_CAPABILITIES.filter((key) => hasCapability(model, key))
        .map((key) => CAPABILITIES[key].label)
        .join(', '),
    ]),
  );
}

export const PRICE_UNIT = 'Prices are in US dollars per million tokens, unless another unit is beside them.';

function priceText(price: Price): string {
  return price.kind === 'amount' && price.unit === 'million tokens' ? exactUsd(price.usd) : exactPrice(price);
}

export function retiredTable(retired: readonly RetiredModel[], addressOf: AddressOf): string {
  return table(
    ['Model', 'Id', 'Removed', 'Renamed to', 'Last input', 'Last output'],
    retired.map(({ model, gone, renamedTo }) => [
      link(model.name, addressOf(model.id)),
      code(model.id),
      dayWords(gone),
      renamedTo === null ? '' : code(renamedTo),
      priceText(model.prices.input),
      priceText(model.prices.output),
    ]),
  );
}

/** `replacement`: a possible one. */
export function retiringTable(
  retiring: readonly { readonly model: Model; readonly day: string; readonly replacement: Model | null }[],
  addressOf: AddressOf,
): string {
  return table(
    ['Model', 'Id', 'Scheduled removal', 'Possible replacement'],
    retiring.map(({ model, day, replacement }) => [
      link(model.name, addressOf(model.id)),
      code(model.id),
      date(day),
      replacement === null ? '' : link(replacement.name, addressOf(replacement.id)),
    ]),
  );
}

export function changesList(changes: readonly Change[]): string {
  return bullets(
    changes.map((change): readonly Inline[] => [
      `${dayWords(change.between)}: ${change.name} (`,
      code(change.id),
      `): ${changeWords(change).headline}`,
    ]),
  );
}

import { CAPABILITIES, capabilitiesOf } from '../../catalog/capabilities.ts';
import { CATEGORIES, CATEGORY_NAMES } from '../../catalog/categories.ts';
import { describe } from '../../catalog/describe.ts';
import { capitalize, date, integer } from '../../catalog/figures.ts';
import { FIELD_KEYS, FIELDS, type Field, type FieldKey } from '../../catalog/fields.ts';
import { exactPrice, pricesText } from '../../catalog/format.ts';
import { modalityNouns } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import { exactPriceChange } from '../../catalog/price-change.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import { priceTable } from '../../catalog/price-table.ts';
import { readField } from '../../catalog/read-field.ts';
import { reasoningText } from '../../catalog/reasoning.ts';
import { removalSentence } from '../../catalog/removal.ts';
import { differencesIn } from '../../history/differences.ts';
import type { ModelHistory } from '../../history/model-history.ts';
import { huggingFaceUrl, openRouterResourceUrl } from '../../site/urls.ts';
import { notAskedForTag, whenWords, dayWords } from '../../site/words/history.ts';
import { POSSIBLE_REPLACEMENT } from '../../site/words/replacement.ts';
import type { RecordContext } from '../write-record.ts';
import { BENCHMARK_SOURCES } from '../record/benchmarks.ts';
import { bullets, code, document, heading, link, paragraph, section, table, type Inline } from './markup.ts';

/** What the document of a model needs besides the context of its record. */
export interface MarkdownContext extends RecordContext {
  /** The base of a variant, if it is listed. */
  readonly base: Model | null;
  /** The address of the document of another model. */
  readonly addressOf: (id: string) => string;
}

/** The page of a model as Markdown: its facts and prices, without what pages add for comparison. */
export function modelMarkdown(model: Model, context: MarkdownContext): string {
  const { snapshot, links } = context;
  return document(
    heading(1, model.name),
    paragraph(code(model.id), ` by ${model.author.name}. ${statusWords(model, context)}`),
    replacementBlock(context),
    descriptionBlock(model, context),
    section('Prices', pricesBlock(model), `In US dollars. Data as of ${date(snapshot.capturedAt)}.`),
    section('Facts', factsBlock(model)),
    section('Rank by use', ranksBlock(model, context)),
    section('Benchmarks', benchmarksBlock(model)),
    section('Price changes', changesBlock(context.history)),
    section('Variants', variantsBlock(context)),
    section(
      'More',
      bullets([
        [link('Page', links.page)],
        [link('JSON', links.json)],
        [link('Every change and every price, as JSON', links.history)],
        [link('OpenRouter', links.openrouter)],
      ]),
    ),
    SOURCE,
  );
}

export const SOURCE = 'Prices are OpenRouter’s. Modeldex is independent of OpenRouter.';

function statusWords(model: Model, { status, snapshot }: RecordContext): string {
  switch (status.kind) {
    case 'listed':
      return `Listed on OpenRouter as of ${date(snapshot.capturedAt)}.`;
    case 'retiring':
      return removalSentence(model, snapshot.capturedAt) ?? '';
    case 'retired': {
      const { after, by, is_dated: isDated, renamed_to: renamedTo } = status;
      const when = whenWords({ after, by, isDated });
      return renamedTo === null
        ? `Retired: removed from OpenRouter’s list ${when}.`
        : `Retired: renamed ${when} to ${renamedTo}.`;
    }
    case 'not-asked-for':
      return `${capitalize(notAskedForTag(status))}: last seen on ${date(status.last_seen)}, shown with its last known facts.`;
  }
}

function replacementBlock({ replacement, addressOf }: MarkdownContext): string | null {
  if (replacement === null) return null;
  const { id, name } = replacement;
  return paragraph(`${POSSIBLE_REPLACEMENT}: `, link(name, addressOf(id)), ' (', code(id), ').');
}

/** Upstream's own words are quoted, and their markup is escaped. */
function descriptionBlock(model: Model, { base, snapshot }: MarkdownContext): string {
  if (model.description === null) return paragraph(describe(model, { base, now: snapshot.capturedAt }));
  const paragraphs = model.description.split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return paragraphs.map((text) => `> ${paragraph(text.trim())}`).join('\n>\n');
}

function pricesBlock(model: Model): string {
  const { headings, rows } = priceTable(model);
  return table(
    ['Price', ...(headings.length === 1 ? ['US dollars'] : headings)],
    rows.map(({ key, cells }) => [PRICE_KEYS[key].label, ...cells.map((price) => exactPrice(price))]),
  );
}

function factsBlock(model: Model): string {
  const { inputModalities, outputModalities, parameters, parameterDefaults, reasoning } = model;
  const features = capabilitiesOf(model).map((key) => CAPABILITIES[key].label);
  return bullets([
    ...listed(FIELDS.inputModalities.label, modalityNouns(inputModalities)),
    ...listed(FIELDS.outputModalities.label, modalityNouns(outputModalities)),
    ...FIELD_KEYS.flatMap((key) => detail(key, model)),
    ...listed('Features', features),
    ...listed(FIELDS.reasoning.label, reasoning === null ? [] : [reasoningText(reasoning)]),
    ...listed(FIELDS.parameters.label, parameters?.map(code) ?? []),
    ...listed(
      FIELDS.parameterDefaults.label,
      [...parameterDefaults].map(([name, value]) => code(`${name} = ${value}`)),
    ),
    ...model.other.map(({ path, json }): readonly Inline[] => [code(path), ': ', code(json)]),
  ]);
}

/** An item with the values side by side; none without values. */
function listed(label: string, values: readonly Inline[]): readonly (readonly Inline[])[] {
  if (values.length === 0) return [];
  return [[`${label}: `, ...values.flatMap((value, place) => (place === 0 ? [value] : [', ', value]))]];
}

/** A field that has a row among the details of the model's page. */
function detail(key: FieldKey, model: Model): readonly (readonly Inline[])[] {
  const field: Field<never> = FIELDS[key];
  const reading = readField(key, model);
  if (reading?.state !== 'stated') return [];
  const { text, note } = reading;
  const value = ADDRESSES[key]?.(model);
  return [
    [
      `${field.label}: `,
      value === undefined ? (field.isCode ? code(text) : text) : link(text, value),
      note === null ? '' : ` (${note})`,
    ],
  ];
}

const ADDRESSES: Partial<Record<FieldKey, (model: Model) => string>> = {
  huggingFaceId: ({ huggingFaceId }) => huggingFaceUrl(huggingFaceId ?? ''),
  detailsPath: ({ detailsPath }) => openRouterResourceUrl(detailsPath ?? ''),
};

function ranksBlock({ popularity, ranks }: Model, { counts }: RecordContext): string {
  const place = (label: string, rank: number | null | undefined, of: number): readonly Inline[][] =>
    rank == null ? [] : [[`${label}: ${integer(rank)} of ${integer(of)}`]];
  return bullets([
    ...place('All models', popularity, counts.popularity),
    ...CATEGORY_NAMES.flatMap((name) => place(CATEGORIES[name].label, ranks[name], counts.categories[name])),
  ]);
}

function benchmarksBlock({ benchmarks }: Model): string | null {
  if (benchmarks === null) return null;
  const { artificialAnalysis, designArena } = benchmarks;
  const indices = Object.entries(artificialAnalysis ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value}`],
  );
  return bullets([
    ...(indices.length > 0
      ? [[`${indices.join(', ')}, from 0 to 100, by ${BENCHMARK_SOURCES.artificial_analysis}`]]
      : []),
    ...designArena.map(({ arena, category, elo, rank }) => [
      `${arena}, ${category}: Elo ${Math.round(elo)}, rank ${rank}, by ${BENCHMARK_SOURCES.design_arena}`,
    ]),
  ]);
}

function changesBlock(history: ModelHistory | null): string | null {
  const changes = history?.priceChanges ?? [];
  return bullets(
    changes.map((change) => {
      const lines = differencesIn(change, 'price').flatMap((one) => one.lines.map(exactPriceChange));
      const what = change.kind === 'returned' ? 'changed while it was not listed; found ' : '';
      return [`${what}${dayWords(change.between)}: ${lines.join('; ')}`];
    }),
  );
}

function variantsBlock({ variants, addressOf }: MarkdownContext): string {
  return bullets(
    variants.map((one) => [link(one.name, addressOf(one.id)), ' (', code(one.id), `): ${pricesText(one)}`]),
  );
}

import { column, columnsOf, jsonColumn, type Column } from '../record/column.ts';
import { PRICE_COLUMNS } from '../record/price-record.ts';
import type { ModelRecord } from '../record/record.ts';

type Step = NonNullable<ModelRecord['history']>['steps'][number];

type Period = Pick<ModelRecord, 'id' | 'name' | 'author' | 'variant' | 'is_alias' | 'status' | 'features'> & {
  readonly step: Step;
  /** `null`: listed by the capture with these prices and limits. */
  readonly until: string | null;
  /** `null`: the tiers were not recorded yet. */
  readonly tiers: Step['tiers'] | null;
};

/** One row for each period in which a model was listed with the same prices and limits. */
export const HISTORY_COLUMNS: readonly Column<Period>[] = [
  column('id', 'text', ({ id }) => id),
  column('name', 'text', ({ name }) => name),
  column('author', 'text', ({ author }) => author.slug),
  column('variant', 'text', ({ variant }) => variant),
  column('is_alias', 'boolean', ({ is_alias: isAlias }) => isAlias),
  column('status', 'text', ({ status }) => status.kind),
  jsonColumn('features', ({ features }) => features),
  column('from_time', 'time', ({ step }) => step.from),
  column('until_time', 'time', ({ until }) => until),
  ...columnsOf(PRICE_COLUMNS, ({ step }: Period) => step.prices),
  jsonColumn('tiers', ({ tiers }) => tiers),
  column('context', 'integer', ({ step }) => step.context),
  column('max_output', 'integer', ({ step }) => step.max_output),
];

/** The periods of a model, oldest first. */
export function periodsOf(model: ModelRecord): readonly Period[] {
  const { status, history } = model;
  const { steps = [], recorded_since: { tiers: tiersSince = '' } = {} } = history ?? {};
  const end = status.kind === 'not-asked-for' || status.kind === 'retired' ? status.last_seen : null;
  return steps.flatMap((step, place) => {
    const tiers = step.from < tiersSince ? null : step.tiers;
    return step.is_listed ? [{ ...model, step, tiers, until: steps[place + 1]?.from ?? end }] : [];
  });
}

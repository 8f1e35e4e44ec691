import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alternativesAmong } from '../../../src/catalog/alternatives.ts';
import { readConfig } from '../../../src/config.ts';
import { loadSnapshot } from '../../../src/upstream/load.ts';
import { comparisonWords } from '../../../src/site/words/alternatives.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, ROOT, SHARED_CAPTURES } from '../../support/paths.ts';
import { rawRowsOf } from '../../support/real-captures.ts';

/** The rule written a second time, on upstream's own rows and without the code under test. */

interface Row {
  readonly id: string;
  readonly context_length: number | null;
  readonly hugging_face_id?: string | null;
  readonly architecture: { readonly input_modalities: string[]; readonly output_modalities: string[] };
  readonly top_provider: { readonly max_completion_tokens: number | null };
  readonly supported_parameters: readonly string[];
  readonly expiration_date?: string | null;
  readonly reasoning?: { readonly mandatory?: boolean } | null;
  readonly pricing: Readonly<Record<string, unknown>> & { readonly overrides?: readonly Override[] };
  readonly benchmarks?: {
    readonly artificial_analysis?: Readonly<Record<string, number | null>> | null;
  } | null;
}
interface Override extends Readonly<Record<string, unknown>> {
  readonly min_prompt_tokens?: number;
  readonly utc_start?: number;
  readonly utc_end?: number;
  readonly utc_days?: readonly string[];
}

const CAPTURES: readonly (readonly [string, string])[] = [
  ['the frozen capture', FROZEN_CAPTURE],
  ['a capture with benchmarks', join(SHARED_CAPTURES, 'raw/2026-08-22.json')],
  ['a capture of all outputs', FROZEN_WIDE_CAPTURE],
  ['a capture of all outputs with benchmarks', join(SHARED_CAPTURES, 'more/2026-08-05-all-outputs.json')],
];
const FEATURE_PARAMETERS = [
  'tools',
  'structured_outputs',
  'response_format',
  'web_search_options',
  'parallel_tool_calls',
  'logprobs',
  'prediction',
];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

describe.each(CAPTURES)('alternativesAmong on %s', (_, path) => {
  it.skipIf(!existsSync(path))(
    'suggests only models with the same listed features that cost no more for any prompt',
    async () => {
      const config = readConfig({ CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: path });
      const { models } = await loadSnapshot(config, { root: ROOT });
      const rows = new Map((rawRowsOf(path) as Row[]).map((row) => [row.id, row]));
      const find = alternativesAmong(models);
      const suggestions = models.flatMap((own) =>
        find.sameFor(own).map((alternative) => ({ own, alternative })),
      );
      expect(suggestions.length).toBeGreaterThan(300);
      const odd = suggestions.flatMap(({ own, alternative }) => {
        const { model, losses, benchmarks } = alternative;
        const lostParameters = losses.flatMap((loss) => (loss.kind === 'parameters' ? loss.lost : []));
        const [mine, theirs] = [rows.get(own.id), rows.get(model.id)];
        if (!mine || !theirs) return [`${own.id}: no row`];
        const problems = [
          ...problemsOf(mine, theirs),
          ...priceProblems(mine, theirs),
          ...costProblems(mine, theirs, Number(alternative.usd)),
          ...(lostParameters.join() === lostOf(mine, theirs).join() ? [] : ['parameters']),
          ...(benchmarks.length > 0 || sharedIndices(mine, theirs).length === 0 ? [] : ['says not compared']),
        ];
        return problems.map((problem) => `${own.id} → ${model.id}: ${problem}`);
      });
      expect(odd).toEqual([]);
    },
  );

  it.skipIf(!existsSync(path))(
    'names what is missing in every cheaper model with something missing',
    async () => {
      const config = readConfig({ CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: path });
      const { models } = await loadSnapshot(config, { root: ROOT });
      const find = alternativesAmong(models);
      const entries = models.flatMap((own) => find.nearFor(own).map((other) => ({ own, other })));
      expect(entries.length).toBeGreaterThan(300);
      const unnamed = entries.filter(({ own, other }) => {
        const { lose } = comparisonWords(own, other);
        // The age alone is not missing.
        return lose.replace(/older \(added \w+ \d{4}\)/, '') === '';
      });
      expect(unnamed.map(({ own, other }) => `${own.id} → ${other.model.id}`)).toEqual([]);
    },
  );
});

function problemsOf(mine: Row, theirs: Row): readonly string[] {
  const lacks = (of: (row: Row) => readonly string[]) => of(mine).some((one) => !of(theirs).includes(one));
  const longest = ({ top_provider, context_length }: Row) =>
    top_provider.max_completion_tokens ?? context_length ?? 0;
  const indices = sharedIndices(mine, theirs);
  const checks: readonly (readonly [string, boolean])[] = [
    ['is a variant or an alias', /[:~]/.test(theirs.id)],
    ['is about to be removed', theirs.expiration_date != null && !theirs.expiration_date.startsWith('2098')],
    ['takes less', lacks(({ architecture }) => architecture.input_modalities)],
    ['gives less', lacks(({ architecture }) => architecture.output_modalities)],
    ['can do less', lacks(featuresOf)],
    ['has a shorter context', (theirs.context_length ?? 0) < (mine.context_length ?? Infinity)],
    ['lists a shorter max output', longest(theirs) < longest(mine)],
    ['always thinks', theirs.reasoning?.mandatory === true && mine.reasoning?.mandatory !== true],
    ['has closed weights', Boolean(mine.hugging_face_id) && !theirs.hugging_face_id],
    ['is lower in a benchmark', indices.some(([own, other]) => other < own)],
  ];
  return checks.flatMap(([problem, isTrue]) => (isTrue ? [problem] : []));
}

function featuresOf({ supported_parameters: parameters, reasoning, pricing }: Row): readonly string[] {
  return [
    ...FEATURE_PARAMETERS.filter((name) => parameters.includes(name)).map((name) =>
      name === 'web_search_options' ? 'web search' : name,
    ),
    ...(reasoning || parameters.includes('reasoning') ? ['reasoning'] : []),
    ...(Number(pricing.web_search ?? 0) > 0 ? ['web search'] : []),
    ...(Number(pricing.input_cache_read ?? 0) > 0 ? ['caching'] : []),
  ];
}

function lostOf(mine: Row, theirs: Row): readonly string[] {
  return mine.supported_parameters.filter((name) => !theirs.supported_parameters.includes(name));
}

function sharedIndices(mine: Row, theirs: Row): readonly (readonly [number, number])[] {
  const [own, other] = [mine, theirs].map(({ benchmarks }) => benchmarks?.artificial_analysis ?? {});
  return Object.entries(own ?? {}).flatMap(([name, value]) => {
    const counterpart = other?.[name];
    return value == null || counterpart == null ? [] : [[value, counterpart] as const];
  });
}

function priceProblems(mine: Row, theirs: Row): readonly string[] {
  const problems = new Set<string>();
  for (const tokens of lengthsOf(mine, theirs)) {
    for (const moment of momentsOf(mine, theirs)) {
      const [own, other] = [pricesAt(mine, tokens, moment), pricesAt(theirs, tokens, moment)];
      if (other.input > own.input) problems.add(`input costs more at ${tokens}`);
      if (other.output > own.output) problems.add(`output costs more at ${tokens}`);
      if (other.cached > own.cached) problems.add(`cached input costs more at ${tokens}`);
    }
  }
  return [...problems];
}

/** Whether the typical workload costs at least one percent less, and as much as is said. */
function costProblems(mine: Row, theirs: Row, said: number): readonly string[] {
  const [own, other] = [mine, theirs].map(monthly);
  const isSaid = Math.abs(said / (other ?? 0) - 1) < 1e-9;
  const isLess = (other ?? 0) <= 0.99 * (own ?? 0) * (1 + 1e-12);
  return [...(isSaid ? [] : [`costs ${other}, not ${said}`]), ...(isLess ? [] : ['does not cost less'])];
}

/** US dollars for 10,000 chats of 2,000 tokens, half of them cached, and 400; or of 1,000 tokens alone. */
function monthly(row: Row): number {
  const givesText = row.architecture.output_modalities.includes('text');
  const moments = momentsOf(row);
  const costs = moments.map((moment) => {
    const { input, cached, output } = pricesAt(row, 2000, moment);
    const chat = 1000n * input + 1000n * cached + 400n * output;
    return Number(givesText ? chat : 1000n * input) * 1e4 * 10 ** -PLACES;
  });
  return costs.reduce((sum, cost) => sum + cost, 0) / moments.length;
}

interface Time {
  readonly minute: number;
  readonly day: string;
}

function lengthsOf(...rows: readonly Row[]): readonly number[] {
  const longest = rows[0]?.context_length ?? 0;
  const edges = rows.flatMap(({ pricing }) =>
    (pricing.overrides ?? []).flatMap(({ min_prompt_tokens: tokens }) =>
      tokens ? [tokens, tokens + 1] : [],
    ),
  );
  const spread = Array.from({ length: 12 }, (_, i) => Math.max(1, Math.floor((longest * i) / 11)));
  return [...new Set([...edges, ...spread])].filter((tokens) => tokens <= longest);
}

/** Every quarter of an hour of the week where a price depends on the time. */
function momentsOf(...rows: readonly Row[]): readonly (Time | null)[] {
  const isTimed = rows.some(({ pricing }) =>
    pricing.overrides?.some((one) => one.utc_start !== undefined || one.utc_days !== undefined),
  );
  if (!isTimed) return [null];
  return DAYS.flatMap((day) => Array.from({ length: 96 }, (_, i) => ({ minute: i * 15, day })));
}

function pricesAt({ pricing }: Row, tokens: number, time: Time | null) {
  const now: Record<string, unknown> = { ...pricing };
  for (const override of pricing.overrides ?? [])
    if (applies(override, tokens, time)) Object.assign(now, override);
  const input = scaled(now.prompt);
  const cached = scaled(now.input_cache_read);
  return { input, output: scaled(now.completion), cached: cached === 0n ? input : cached };
}

function applies(override: Override, tokens: number, time: Time | null): boolean {
  if ((override.min_prompt_tokens ?? 0) > 0 && tokens <= (override.min_prompt_tokens ?? 0)) return false;
  if (override.utc_days && !(time && override.utc_days.includes(time.day))) return false;
  if (override.utc_start === undefined && override.utc_end === undefined) return true;
  if (time === null) return false;
  const minutes = (clock: number) => Math.floor(clock / 100) * 60 + (clock % 100);
  const [start, end] = [minutes(override.utc_start ?? 0), minutes(override.utc_end ?? 0) || 1440];
  return start < end ? time.minute >= start && time.minute < end : time.minute >= start || time.minute < end;
}

const PLACES = 40;

/** Dollars as a whole number of 1e-40 dollars, to twelve significant digits. */
function scaled(text: unknown): bigint {
  const [mantissa = '0', exponent = '0'] = Number(text ?? 0)
    .toExponential(11)
    .split('e');
  return BigInt(mantissa.replace('.', '')) * 10n ** BigInt(PLACES + Number(exponent) - 11);
}

type Path = readonly PropertyKey[];

/**
 * Display-only fields: prices, ranks and the ledger stay correct without them. If one is invalid, only that
 * field is left out. A star matches any field or any entry of a list; the longest matching path applies.
 * `mandatory` is not listed, because without it the page would say that reasoning can be turned off.
 */
const SHOWN_ONLY: readonly Path[] = [
  'canonical_slug',
  'created',
  'description',
  'hugging_face_id',
  'knowledge_cutoff',
  'expiration_date',
  'supported_parameters',
  'supported_voices',
  'supported_voices.*',
  'architecture.tokenizer',
  'architecture.instruct_type',
  'pricing.discount',
  'top_provider.context_length',
  'top_provider.is_moderated',
  'per_request_limits',
  'default_parameters',
  'default_parameters.*',
  'links',
  'reasoning',
  'reasoning.default_enabled',
  'reasoning.default_effort',
  'reasoning.supported_efforts',
  'reasoning.supports_max_tokens',
  'benchmarks',
  'benchmarks.artificial_analysis',
  'benchmarks.artificial_analysis.*',
  'benchmarks.design_arena',
  'benchmarks.design_arena.*',
].map((text) => text.split('.'));

/**
 * The path to leave out of a row when `path` is invalid: the path itself or its parent. `null` if the row
 * needs it.
 */
export function droppableAt(path: Path): Path | null {
  const fitting = SHOWN_ONLY.filter(
    (shown) => shown.length <= path.length && shown.every((step, at) => step === '*' || step === path[at]),
  );
  const longest = Math.max(0, ...fitting.map(({ length }) => length));
  return longest === 0 ? null : path.slice(0, longest);
}

/** A copy of a value without these paths. */
export function withoutPaths(value: unknown, paths: readonly Path[]): unknown {
  const below = (step: PropertyKey): readonly Path[] =>
    paths.filter(([first]) => first === step).map((path) => path.slice(1));
  const kept = <T>(step: PropertyKey, field: unknown, make: (field: unknown) => T): T[] => {
    const own = below(step);
    if (own.length === 0) return [make(field)];
    return own.some(({ length }) => length === 0) ? [] : [make(withoutPaths(field, own))];
  };
  if (Array.isArray(value)) return value.flatMap((item, at) => kept(at, item, (field) => field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => kept(key, field, (own) => [key, own] as const)),
  );
}

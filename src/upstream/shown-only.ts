type Path = readonly PropertyKey[];

/**
 * The fields that are only shown: nothing is priced, ranked or recorded by them that would be false without them. Where one makes
 * no sense, it alone is left out. A star is any field or any entry of a list; of two that fit, the longer holds. `mandatory` is
 * not here, because without it a model that always thinks would be said not to.
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

/** What to leave out of a row where `path` is wrong: the path itself or what holds it. `null` where the row cannot be without. */
export function droppableAt(path: Path): Path | null {
  const fitting = SHOWN_ONLY.filter(
    (shown) => shown.length <= path.length && shown.every((step, at) => step === '*' || step === path[at]),
  );
  const longest = Math.max(0, ...fitting.map(({ length }) => length));
  return longest === 0 ? null : path.slice(0, longest);
}

/** A copy of a value without the fields and entries at these paths. */
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

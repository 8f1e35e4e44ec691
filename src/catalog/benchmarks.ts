import type { Model } from './model.ts';

/** A kind of quality score. */
export type Benchmark = 'intelligence' | 'coding' | 'agentic' | 'design arena';

const INDICES = ['intelligence', 'coding', 'agentic'] as const;

/** The benchmarks that both models list; `null` if `other` is lower in any of them. */
export function notLowerIn(own: Model, other: Model): readonly Benchmark[] | null {
  const [mine, theirs] = [figuresOf(own), figuresOf(other)];
  const shared = [...mine].flatMap(([name, { benchmark, value }]) => {
    const counterpart = theirs.get(name);
    return counterpart === undefined ? [] : [{ benchmark, isLower: counterpart.value < value }];
  });
  if (shared.some(({ isLower }) => isLower)) return null;
  return [...new Set(shared.map(({ benchmark }) => benchmark))];
}

interface Figure {
  readonly benchmark: Benchmark;
  readonly value: number;
}

/** Keyed by index name, or by arena and category. */
function figuresOf({ benchmarks }: Model): ReadonlyMap<string, Figure> {
  const indices = INDICES.flatMap((benchmark) => {
    const value = benchmarks?.artificialAnalysis?.[benchmark] ?? null;
    return value === null ? [] : [[benchmark, { benchmark, value }] as const];
  });
  const arenas = (benchmarks?.designArena ?? []).map(
    ({ arena, category, elo }) =>
      [JSON.stringify([arena, category]), { benchmark: 'design arena', value: elo }] as const,
  );
  return new Map<string, Figure>([...indices, ...arenas]);
}

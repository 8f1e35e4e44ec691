import type { Model } from './model.ts';

type Benchmarked = Pick<Model, 'benchmarks'>;

/** A kind of quality score. */
export type Benchmark = 'intelligence' | 'coding' | 'agentic' | 'design arena';

const INDICES = ['intelligence', 'coding', 'agentic'] as const;

/** The benchmarks that both models list. Empty: quality was not compared. */
export function sharedBenchmarks(own: Benchmarked, other: Benchmarked): readonly Benchmark[] {
  return [...new Set(shared(own, other).map(({ benchmark }) => benchmark))];
}

/** The shared benchmarks in which `other` is lower. */
export function lowerIn(own: Benchmarked, other: Benchmarked): readonly Benchmark[] {
  const lower = shared(own, other).filter(({ isLower }) => isLower);
  return [...new Set(lower.map(({ benchmark }) => benchmark))];
}

interface Compared {
  readonly benchmark: Benchmark;
  readonly isLower: boolean;
}

function shared(own: Benchmarked, other: Benchmarked): readonly Compared[] {
  if (own.benchmarks === null || other.benchmarks === null) return [];
  const [mine, theirs] = [figuresOf(own), figuresOf(other)];
  return [...mine].flatMap(([name, { benchmark, value }]) => {
    const counterpart = theirs.get(name);
    return counterpart === undefined ? [] : [{ benchmark, isLower: counterpart.value < value }];
  });
}

interface Figure {
  readonly benchmark: Benchmark;
  readonly value: number;
}

/** Keyed by index name, or by arena and category. */
function figuresOf({ benchmarks }: Benchmarked): ReadonlyMap<string, Figure> {
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

import { z } from 'zod';
import type { Benchmarks } from '../../catalog/model.ts';
import { column, jsonColumn, type Column } from './column.ts';

/** Who measured the benchmarks, to be named wherever they are shown. */
export const BENCHMARK_SOURCES = {
  artificial_analysis: 'Artificial Analysis, https://artificialanalysis.ai',
  design_arena: 'Design Arena, https://www.designarena.ai',
} as const;

const INDICES = ['intelligence', 'coding', 'agentic'] as const;

const index = z.number().nullable();

export const benchmarksRecord = z
  .strictObject({
    artificial_analysis: z
      .strictObject({
        attribution: z.literal(BENCHMARK_SOURCES.artificial_analysis),
        intelligence: index,
        coding: index,
        agentic: index,
      })
      .nullable(),
    design_arena: z
      .strictObject({
        attribution: z.literal(BENCHMARK_SOURCES.design_arena),
        results: z.array(
          z.strictObject({
            arena: z.string(),
            category: z.string(),
            elo: z.number(),
            /** Percent. */
            win_rate: z.number(),
            rank: z.number(),
          }),
        ),
      })
      .nullable(),
  })
  .nullable();

type BenchmarksRecord = z.infer<typeof benchmarksRecord>;

export function writeBenchmarks(known: Benchmarks | null): BenchmarksRecord {
  if (known === null) return null;
  const { artificialAnalysis, designArena } = known;
  return {
    artificial_analysis: artificialAnalysis && {
      attribution: BENCHMARK_SOURCES.artificial_analysis,
      ...artificialAnalysis,
    },
    design_arena:
      designArena.length === 0
        ? null
        : {
            attribution: BENCHMARK_SOURCES.design_arena,
            results: designArena.map(({ arena, category, elo, winRate, rank }) => ({
              arena,
              category,
              elo,
              win_rate: winRate,
              rank,
            })),
          },
  };
}

/** Their names say who measured. */
export const BENCHMARK_COLUMNS: readonly Column<BenchmarksRecord>[] = [
  ...INDICES.map((name) =>
    column<BenchmarksRecord>(
      `artificial_analysis_${name}`,
      'number',
      (known) => known?.artificial_analysis?.[name] ?? null,
    ),
  ),
  jsonColumn('design_arena', (known) => known?.design_arena?.results),
];

import { modelById, snapshot } from '../../site/queries/catalog.ts';
import { listedFacts } from '../../site/queries/facts.ts';
import { toWireRow } from '../../upstream/to-wire-row.ts';
import { answerHead } from '../write-head.ts';
import type { AnswerHead } from '../record/answer-head.ts';
import { BENCHMARK_SOURCES } from '../record/benchmarks.ts';

/** The list in upstream's own format, with the head of this site's files beside its rows. */
interface WireAnswer extends AnswerHead {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly total_count: number;
  readonly links: { readonly next: null };
  /** Who measured the benchmarks, by their key in the rows. */
  readonly attribution: Partial<typeof BENCHMARK_SOURCES>;
}

/** Every listed model, in the endpoint's order. */
export async function wireAnswer(): Promise<WireAnswer> {
  const [present, facts, byId] = await Promise.all([snapshot(), listedFacts(), modelById()]);
  const data = [...facts].flatMap(([id, known]) => {
    const model = byId.get(id);
    return model === undefined ? [] : [toWireRow(model, known)];
  });
  const hasBenchmarks = [...byId.values()].some(({ benchmarks }) => benchmarks !== null);
  return {
    data,
    total_count: data.length,
    links: { next: null },
    ...answerHead(present),
    attribution: hasBenchmarks ? BENCHMARK_SOURCES : {},
  };
}

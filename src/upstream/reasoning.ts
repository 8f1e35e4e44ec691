import type { Reasoning } from '../catalog/model.ts';
import { cleanLine, cleanWords } from '../catalog/text.ts';
import type { WireRow } from './wire.ts';

/** Whether and how a model reasons; `null` if the row does not state it. */
export function reasoningOf({ reasoning }: WireRow): Reasoning | null {
  if (reasoning == null) return null;
  return {
    mandatory: reasoning.mandatory ?? false,
    defaultEnabled: reasoning.default_enabled ?? null,
    defaultEffort: cleanLine(reasoning.default_effort ?? '') || null,
    efforts: cleanWords((reasoning.supported_efforts ?? []).filter((effort) => effort !== null)),
    tokenBudget: reasoning.supports_max_tokens ?? null,
  };
}

/**
 * A row whose unreadable `reasoning` was left out. The key stays, because its absence would mean "no
 * reasoning".
 */
export function withReasoningUnread(row: WireRow): WireRow {
  return { ...row, reasoning: undefined };
}

export function isReasoningUnread(row: WireRow): boolean {
  return 'reasoning' in row && row.reasoning === undefined;
}

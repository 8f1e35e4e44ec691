import { capitalize, date } from '../../catalog/figures.ts';
import type { Movement } from '../../rankings/earlier.ts';

/** The change of a place in a list, for a table: `up 3`, `down 2`, `same`, `new`. */
export function movementWords({ gained }: Movement): string {
  if (gained === null) return 'new';
  if (gained === 0) return 'same';
  return gained > 0 ? `up ${gained}` : `down ${-gained}`;
}

/**
 * The same with its day: `Up 3 since Aug 15, 2026`, `Same place as on Aug 15, 2026`, `Not ranked on
 * Aug 15, 2026`.
 */
export function movementSentence(movement: Movement): string {
  const day = date(movement.since);
  if (movement.gained === null) return `Not ranked on ${day}`;
  if (movement.gained === 0) return `Same place as on ${day}`;
  return `${capitalize(movementWords(movement))} since ${day}`;
}

/** The movements of a model as columns of a table of its ranks. */
interface MovementTable {
  /** `Since Aug 15, 2026`. A span of days without any movement has no column. */
  readonly heads: readonly string[];
  /**
   * A row for each rank, a cell for each head: `up 3`, with the day where it is not that of the head; `null`
   * if no record tells.
   */
  readonly rows: readonly (readonly (string | null)[])[];
}

export function movementTable(
  ranks: readonly { readonly movements: readonly (Movement | null)[] }[],
): MovementTable {
  const columns = (ranks[0]?.movements ?? []).flatMap((_, span) => {
    const cells = ranks.map(({ movements }) => movements[span] ?? null);
    const days = cells.flatMap((cell) => cell?.since ?? []).sort();
    const latest = days.at(-1);
    return latest === undefined ? [] : [{ head: date(latest), cells }];
  });
  return {
    heads: columns.map(({ head }) => `Since ${head}`),
    rows: ranks.map((_, row) =>
      columns.map(({ head, cells }) => {
        const movement = cells[row];
        if (!movement) return null;
        const day = date(movement.since);
        return day === head ? movementWords(movement) : `${movementWords(movement)} (${day})`;
      }),
    ),
  };
}

import { decimalOf, type Decimal } from '../../catalog/decimal.ts';
import type { Facts } from '../../catalog/facts.ts';
import { changeInWords, count, exactTokens, shortTokens } from '../../catalog/format.ts';
import { isTinyRatio, ratioOf } from '../../catalog/price-change.ts';
import { PLAIN_FACT, same, type FactKind, type FactPresentation } from './kind.ts';
import { numberOrNone, replaced, replacement, type Replaced } from './schemas.ts';
import { arrow, textLine } from './words.ts';

/** Tokens; `null` means that there is no limit. */
type Limit = number | null;

interface LimitChange extends Replaced<Limit> {
  /** New ÷ old; `null` unless both are above zero. */
  readonly ratio: Decimal | null;
}

type LimitKind = Omit<FactKind<never, Replaced<Limit>, LimitChange>, 'fields'> & {
  readonly shown: FactPresentation<Replaced<Limit>, LimitChange>;
};

export const limitField = { schema: numberOrNone, normalize: same } as const;

/** The event kind of a limit in tokens, without `fields`. */
export function limitKind(
  field: 'context' | 'maxOutput',
  { label, weight }: { readonly label: string; readonly weight: number },
): LimitKind {
  const known = (facts: Facts): Limit | undefined => facts[field];
  return {
    lines: [replaced(numberOrNone)],
    diff: (old, now) => replacement(known(old), known(now)),
    apply: (facts, { old, new: now }) => (known(facts) === old ? { ...facts, [field]: now } : null),
    shown: {
      ...PLAIN_FACT,
      topic: 'limits',
      weight,
      isTiny: ({ ratio }) => isTinyRatio(ratio),
      undated: (shown) => ({ ...shown, ratio: null }),
      show: { each: ({ old, new: now }) => ({ old, new: now, ratio: ratioBetween(old, now) }) },
      lines: ({ old, new: now, ratio }) => {
        // Two numbers with the same short form are shown with all digits.
        const isClose = shortTokens(old) === shortTokens(now);
        const text = (value: Limit): string =>
          isClose && value !== null ? count(value, 'token') : shortTokens(value);
        return [{ ...textLine(label, arrow(text(old), text(now))), ratio }];
      },
      words: ({ old, new: now, ratio }) => {
        const share = ratio === null ? '' : `, ${changeInWords(ratio)}`;
        return {
          headline: `${label.toLowerCase()} ${arrow(shortTokens(old), shortTokens(now))}`,
          lines: [`${label}: ${arrow(exactTokens(old), exactTokens(now))}${share}`],
        };
      },
    },
  };
}

function ratioBetween(old: Limit, now: Limit): Decimal | null {
  return old === null || now === null ? null : ratioOf(decimalOf(old), decimalOf(now));
}

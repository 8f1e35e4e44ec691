import { date } from '../../catalog/format.ts';
import {
  exactPriceChange,
  isTinyRatio,
  shortPriceChange,
  type PriceLine,
} from '../../catalog/price-change.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import { PLAIN, type Presentation } from './kind.ts';
import { textLine } from './words.ts';

/** Prices that reverted within three days. */
interface Reversion {
  /** ISO time of the capture that found them changed. */
  readonly since: string;
  readonly lines: readonly PriceLine[];
  /** Whether tiers reverted too. */
  readonly tiers: boolean;
  /** Whether the total is measured on one of the prices. */
  readonly isMeasured: boolean;
}

export const reversion = {
  shown: {
    ...PLAIN,
    topic: 'price',
    weight: 140,
    isTiny: ({ tiers, lines }) => !tiers && lines.every(({ ratio }) => isTinyRatio(ratio)),
    lines: ({ since, lines, tiers }) => [
      ...lines.map((line) =>
        textLine(PRICE_KEYS[line.key].label, `${shortPriceChange(line)} on ${date(since)}, and back`),
      ),
      ...(tiers ? [textLine('Tiers', `changed on ${date(since)}, and back`)] : []),
    ],
    words: ({ since, lines, tiers }) => ({
      headline: 'price changed, and changed back',
      lines: [
        ...lines.map(exactPriceChange),
        ...(tiers ? ['Price tiers changed.'] : []),
        `From ${date(since)} on, for at most three days; now it is as before.`,
      ],
    }),
  },
} as const satisfies { readonly shown: Presentation<Reversion> };

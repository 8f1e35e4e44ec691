import type { PriceStep } from '../../history/model-history.ts';
import { overlayChart, type OverlayChart } from './overlay-chart.ts';
import { valueOf } from './step-chart.ts';

/** A model of a family, as its line is drawn. */
interface FamilyMember {
  /** The label of its line. */
  readonly label: string;
  readonly steps: readonly PriceStep[];
  /** ISO time of the end of its line. */
  readonly end: string;
}

/**
 * Draws a price of each model from its first capture to its end. `null` if no price was ever above zero.
 * Free is zero. A line has a gap while its price is not a number or its model was not listed.
 */
export function familyChart(
  members: readonly FamilyMember[],
  key: 'input' | 'output',
  until: string,
): OverlayChart | null {
  return overlayChart(
    members.map(({ steps, label, end }) => ({
      label,
      points: steps.map(({ from, prices, isListed }) => ({
        from,
        value: isListed ? valueOf(prices[key]) : null,
      })),
      end,
    })),
    until,
  );
}

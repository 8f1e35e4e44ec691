import { addDecimals, compareDecimals, decimalOf, multiplyDecimals, type Decimal } from '../decimal.ts';
import type { PriceKey } from '../price-keys.ts';
import type { Workload } from './workload.ts';

/** The kinds of use that a workload has, in display order, each with the price that bills it. */
export const USES = [
  'input',
  'cacheRead',
  'cacheWrite',
  'output',
  'reasoning',
  'webSearch',
  'request',
] as const satisfies readonly PriceKey[];

export type Use = (typeof USES)[number];

const ZERO = decimalOf(0);
const ONE = decimalOf(1);
const MINUS_ONE = decimalOf(-1);

/** The use of a workload in a month: tokens, searches and requests, exact, including zeros. */
export function useOf(workload: Workload): Readonly<Record<Use, Decimal>> {
  const requests = decimalOf(workload.requestsPerMonth);
  const monthly = (perRequest: number): Decimal => multiplyDecimals(decimalOf(perRequest), requests);
  const input = monthly(workload.inputTokens);
  const cached = decimalOf(workload.cachedShare);
  const left = subtract(ONE, cached);
  const written = least(decimalOf(workload.cacheWriteShare), left);
  return {
    input: multiplyDecimals(input, subtract(left, written)),
    cacheRead: multiplyDecimals(input, cached),
    cacheWrite: multiplyDecimals(input, written),
    output: monthly(workload.outputTokens),
    reasoning: monthly(workload.thinkingTokens),
    webSearch: monthly(workload.searches),
    request: requests,
  };
}

function subtract(a: Decimal, b: Decimal): Decimal {
  return b === ZERO ? a : addDecimals(a, multiplyDecimals(b, MINUS_ONE));
}

function least(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}

import { PLAIN_FACT, type FactKind } from './kind.ts';
import { applyExchange, asSet, exchangeBetween, exchangeShape, shownExchange } from './lists.ts';
import { texts } from './schemas.ts';
import { exchangeCount, exchangeLines, exchangeText, textLine, type Exchange } from './words.ts';

export const parameters = {
  fields: {
    parameters: {
      schema: texts.nullable(),
      // Upstream also writes null for unknown: every model has parameters.
      normalize: (names) => (names ? asSet(names) : undefined),
    },
  },
  lines: [exchangeShape],
  diff: (old, now) => exchangeBetween(old.parameters, now.parameters),
  apply: (facts, event) => {
    const names = applyExchange(facts.parameters, event);
    return names && { ...facts, parameters: names };
  },
  shown: {
    ...PLAIN_FACT,
    topic: 'abilities',
    weight: 130,
    show: { each: shownExchange },
    lines: (shown) => [textLine('Parameters', exchangeText(shown))],
    words: (shown) => ({
      headline: exchangeCount(shown, 'parameter'),
      lines: exchangeLines(shown, 'Parameters'),
    }),
  },
} as const satisfies FactKind<'parameters', Exchange, Exchange>;

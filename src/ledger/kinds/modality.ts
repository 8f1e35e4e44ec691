import { z } from 'zod';
import type { Facts } from '../../catalog/facts.ts';
import { list } from '../../catalog/format.ts';
import { PLAIN_FACT, type FactKind } from './kind.ts';
import { applyExchange, asSet, exchangeBetween, exchangeShape, shownExchange } from './lists.ts';
import { texts } from './schemas.ts';
import {
  exchangeLines,
  exchangeText,
  modalityList,
  modalityNouns,
  textLine,
  type Exchange,
} from './words.ts';

interface ModalityEvent extends Exchange {
  readonly side: 'input' | 'output';
}

interface ModalityChange {
  readonly input: Exchange;
  readonly output: Exchange;
}

const FIELDS = { input: 'inputModalities', output: 'outputModalities' } as const;
const SIDES = ['input', 'output'] as const;
const LABELS = { input: 'Takes', output: 'Gives' } as const;
const UNCHANGED: Exchange = { added: [], removed: [] };
const modalities = { schema: texts, normalize: asSet } as const;

export const modality = {
  fields: { inputModalities: modalities, outputModalities: modalities },
  lines: [{ side: z.enum(SIDES), ...exchangeShape }],
  diff: (old, now) =>
    SIDES.flatMap((side) =>
      exchangeBetween(old[FIELDS[side]], now[FIELDS[side]]).map((exchange) => ({ side, ...exchange })),
    ),
  apply: (facts, event): Facts | null => {
    const field = FIELDS[event.side];
    const values = applyExchange(facts[field], event);
    return values && { ...facts, [field]: values };
  },
  shown: {
    ...PLAIN_FACT,
    topic: 'abilities',
    weight: 100,
    show: {
      whole: (events) => {
        const shownOf = (wanted: ModalityEvent['side']): Exchange => {
          const event = events.findLast(({ side }) => side === wanted);
          return event ? shownExchange(event) : UNCHANGED;
        };
        return events.length > 0 ? { input: shownOf('input'), output: shownOf('output') } : null;
      },
    },
    lines: (shown) =>
      SIDES.flatMap((side) => {
        const { added, removed } = shown[side];
        const nouns = { added: modalityNouns(added), removed: modalityNouns(removed) };
        return added.length + removed.length > 0 ? [textLine(LABELS[side], exchangeText(nouns))] : [];
      }),
    words: (shown) => ({
      headline: list(SIDES.flatMap((side) => headlinesOf(shown[side], LABELS[side].toLowerCase()))),
      lines: SIDES.flatMap((side) => exchangeLines(shown[side], LABELS[side])),
    }),
  },
} as const satisfies FactKind<'inputModalities' | 'outputModalities', ModalityEvent, ModalityChange>;

function headlinesOf({ added, removed }: Exchange, verb: string): readonly string[] {
  return [
    ...(added.length > 0 ? [`now ${verb} ${modalityList(added)}`] : []),
    ...(removed.length > 0 ? [`no longer ${verb} ${modalityList(removed)}`] : []),
  ];
}

import { variantNote } from './variant-note.ts';
import type { Model } from './model.ts';

/** Explains the part of an id after the colon. */
interface VariantInfo {
  readonly label: string;
  readonly about: string;
}

/** Every variant suffix in the captures. The only list of suffixes; the endpoint may add more. */
export const VARIANTS = {
  free: {
    label: 'Free',
    about:
      'Costs nothing, within limits on requests a minute and a day. It can be slower, be busy, or go away.',
  },
  batch: {
    label: 'Batch',
    about: 'For the Batch API only: requests are handed in together and answered later.',
  },
  thinking: {
    label: 'Thinking',
    about: 'The same model with reasoning switched on.',
  },
  extended: {
    label: 'Extended',
    about: 'The same model with a longer context or a longer answer.',
  },
  exacto: {
    label: 'Exacto',
    about: 'The same model from the providers whose tool calls were found to be the most accurate.',
  },
  beta: {
    label: 'Beta',
    about: 'The same model without OpenRouter’s own moderation: the maker’s rules still hold.',
  },
  nitro: {
    label: 'Nitro',
    about: 'The same model from the fastest providers.',
  },
  floor: {
    label: 'Floor',
    about: 'The same model from the cheapest providers.',
  },
  online: {
    label: 'Online',
    about: 'The same model with the results of a web search added to the prompt.',
  },
} as const satisfies Record<string, VariantInfo>;

export function variantInfo(variant: string): VariantInfo {
  return Object.hasOwn(VARIANTS, variant)
    ? VARIANTS[variant as keyof typeof VARIANTS]
    : {
        label: variant,
        about: 'A variant of the model that this site has no words for yet: compare its price and limits.',
      };
}

/** Describes a variant, with its price beside that of the base; `base` is `null` if it is not listed. */
export function variantAbout(
  model: Pick<Model, 'variant' | 'prices' | 'tiers' | 'context'>,
  base: Model | null,
): string {
  const { about } = variantInfo(model.variant ?? '');
  // A free variant says so.
  const note = model.variant !== 'free' && base !== null ? variantNote(model, base) : null;
  return note === null ? about : `${about} ${note}`;
}

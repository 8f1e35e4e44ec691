import { limitField, limitKind } from './limit.ts';

export const maxOutput = {
  fields: { maxOutput: limitField },
  ...limitKind('maxOutput', { label: 'Max output', weight: 110 }),
} as const;

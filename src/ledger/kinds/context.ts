import { limitField, limitKind } from './limit.ts';

export const context = {
  fields: { context: limitField },
  ...limitKind('context', { label: 'Context', weight: 90 }),
} as const;

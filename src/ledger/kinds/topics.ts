/**
 * The topics of changes, in the order of the filters and of a model's lines. The keys are parts of addresses.
 */
export const CHANGE_TOPICS = {
  price: 'Prices',
  new: 'New models',
  gone: 'Retired or returned',
  leaving: 'Scheduled removals',
  limits: 'Context and max output',
  abilities: 'Features and parameters',
  names: 'Names and ids',
} as const;

export type ChangeTopic = keyof typeof CHANGE_TOPICS;

export const CHANGE_TOPIC_NAMES = Object.keys(CHANGE_TOPICS) as readonly ChangeTopic[];

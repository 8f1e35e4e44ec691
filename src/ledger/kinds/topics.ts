/**
 * The topics of changes, in the order of the filters and of a model's lines. The keys are parts of addresses.
 */
export const CHANGE_TOPICS = {
  price: 'Prices',
  new: 'New',
  gone: 'Gone and back',
  leaving: 'Announced ends',
  limits: 'Context and output',
  abilities: 'Abilities',
  names: 'Names',
} as const;

export type ChangeTopic = keyof typeof CHANGE_TOPICS;

export const CHANGE_TOPIC_NAMES = Object.keys(CHANGE_TOPICS) as readonly ChangeTopic[];

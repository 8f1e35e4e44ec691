/**
 * The categories that the endpoint ranks, in its spelling, with their display names. The only list of
 * categories.
 */
export const CATEGORIES = {
  programming: { label: 'Programming', about: 'Writing, reading and repairing code.' },
  roleplay: { label: 'Roleplay', about: 'Characters, stories and play.' },
  marketing: { label: 'Marketing', about: 'Copy, campaigns and product text.' },
  'marketing/seo': { label: 'Marketing: SEO', about: 'Text and structure for search engines.' },
  technology: { label: 'Technology', about: 'Questions about software, hardware and systems.' },
  science: { label: 'Science', about: 'Natural and formal sciences.' },
  translation: { label: 'Translation', about: 'From one human language to another.' },
  legal: { label: 'Legal', about: 'Law, contracts and compliance.' },
  finance: { label: 'Finance', about: 'Money, markets and accounts.' },
  health: { label: 'Health', about: 'Medicine and well-being.' },
  trivia: { label: 'Trivia', about: 'Facts and general knowledge.' },
  academia: { label: 'Academia', about: 'Study, papers and teaching.' },
} as const satisfies Record<string, { label: string; about: string }>;

export type Category = keyof typeof CATEGORIES;

export const CATEGORY_NAMES = Object.keys(CATEGORIES) as readonly Category[];

export function isCategory(text: string): text is Category {
  return Object.hasOwn(CATEGORIES, text);
}

/** The entries of the main navigation. */
export const SECTIONS = [
  { key: 'models', label: 'Models', path: '/models/' },
  { key: 'categories', label: 'Categories', path: '/categories/' },
  { key: 'authors', label: 'Authors', path: '/authors/' },
  { key: 'changes', label: 'Changes', path: '/changes/' },
  { key: 'retiring', label: 'Retiring', path: '/retiring/' },
  { key: 'charts', label: 'Charts', path: '/charts/' },
  { key: 'feeds', label: 'Feeds', path: '/feeds/' },
] as const;

export type SectionKey = (typeof SECTIONS)[number]['key'];

/** A page of the site that a search can lead to. */
interface SitePage {
  readonly path: string;
  readonly title: string;
  readonly about: string;
}

/** The pages that a search finds by their topic, besides filtered lists. */
export const PAGES = {
  models: { path: '/models/', title: 'All models', about: 'Every listed model, to filter and sort.' },
  outputs: {
    path: '/outputs/',
    title: 'Outputs',
    about: 'Models by what they give: text, images, audio and others.',
  },
  categories: {
    path: '/categories/',
    title: 'Categories',
    about: 'The most used models for each kind of work.',
  },
  authors: { path: '/authors/', title: 'Authors', about: 'Everyone who makes the models.' },
  changes: {
    path: '/changes/',
    title: 'Changes',
    about: 'New models, price changes and other changes, by day.',
  },
  'price-increases': {
    path: '/changes/?direction=up',
    title: 'Price increases',
    about: 'Prices that went up.',
  },
  'price-decreases': {
    path: '/changes/?direction=down',
    title: 'Price decreases',
    about: 'Prices that went down.',
  },
  retiring: { path: '/retiring/', title: 'Retiring models', about: 'Listed models with a removal date.' },
  retired: {
    path: '/retired/',
    title: 'Retired models',
    about: 'Models that are not listed anymore, and possible replacements.',
  },
  charts: { path: '/charts/', title: 'Charts', about: 'Prices, contexts and numbers of models over time.' },
  feeds: { path: '/feeds/', title: 'Feeds', about: 'Feeds and a calendar to subscribe to.' },
  compare: { path: '/compare/', title: 'Compare models', about: 'Up to six models side by side.' },
  my: { path: '/my/', title: 'My list', about: 'The models that you starred on this device.' },
  api: { path: '/api/', title: 'API', about: 'The data as files for programs.' },
  about: { path: '/about/', title: 'About', about: 'Where the data comes from, and what the words mean.' },
} as const satisfies Readonly<Record<string, SitePage>>;

export type PageKey = keyof typeof PAGES;

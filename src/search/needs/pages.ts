/** A page of the site that a search can lead to. Its path is `/KEY/`. */
interface SitePage {
  readonly title: string;
  readonly about: string;
}

/** The pages that a search finds by their topic, besides filtered lists. */
export const PAGES = {
  models: { title: 'All models', about: 'Every listed model, to filter and sort.' },
  outputs: { title: 'Outputs', about: 'Models by what they give: text, images, audio and others.' },
  categories: { title: 'Categories', about: 'The most used models for each kind of work.' },
  authors: { title: 'Authors', about: 'Everyone who makes the models.' },
  changes: { title: 'Changes', about: 'New models, price changes and other changes, by day.' },
  retiring: { title: 'Retiring models', about: 'Listed models with a removal date.' },
  retired: {
    title: 'Retired models',
    about: 'Models that are not listed anymore, and possible replacements.',
  },
  charts: { title: 'Charts', about: 'Prices, contexts and numbers of models over time.' },
  feeds: { title: 'Feeds', about: 'Feeds and a calendar to subscribe to.' },
  about: { title: 'About', about: 'Where the data comes from, and what the words mean.' },
} as const satisfies Readonly<Record<string, SitePage>>;

export type PageKey = keyof typeof PAGES;

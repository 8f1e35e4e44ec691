import { PALETTE } from '../styles/palette.ts';
import { SITE_NAME } from './head.ts';
import { url } from './urls.ts';

const ICONS = [
  { file: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
];

/** The web manifest, with which browsers install the site as an app. */
export function webManifest() {
  const [paper] = PALETTE.paper;
  return {
    id: url('/'),
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: 'Every AI model on OpenRouter, with prices, limits and price history.',
    lang: 'en',
    start_url: url('/'),
    scope: url('/'),
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: ICONS.map(({ file, sizes, purpose }) => ({
      src: url(`/icons/${file}`),
      sizes,
      type: 'image/png',
      purpose,
    })),
    shortcuts: [
      { name: 'All models', url: url('/models/') },
      { name: 'Search', url: url('/search/') },
      { name: 'My list', url: url('/my/') },
    ],
  };
}

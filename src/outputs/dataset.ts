import type { Dataset } from 'schema-dts';
import { MODELS_ENDPOINT } from './record/answer-head.ts';
import { ENDPOINTS } from './openapi.ts';

/** The data of this site for search engines of data sets, with the files that hold all of it. */
export function datasetThing(
  { capturedAt, since }: { readonly capturedAt: string; readonly since: string | null },
  addressOf: (path: string) => string,
): Dataset {
  return {
    '@type': 'Dataset',
    name: 'AI models on OpenRouter, with their price history',
    description:
      'Every AI model that OpenRouter lists: prices with their units, limits, modalities, features and ranks by use, with every price change on record and all retired models.',
    url: addressOf('/api/'),
    creator: { '@type': 'Organization', name: 'Modeldex', url: addressOf('/') },
    isBasedOn: MODELS_ENDPOINT,
    isAccessibleForFree: true,
    dateModified: capturedAt,
    temporalCoverage: `${(since ?? capturedAt).slice(0, 10)}/${capturedAt.slice(0, 10)}`,
    distribution: ENDPOINTS.filter(({ path }) => !path.includes('{')).map(({ path, summary, type }) => ({
      '@type': 'DataDownload',
      name: summary,
      contentUrl: addressOf(path),
      encodingFormat: type,
    })),
  };
}

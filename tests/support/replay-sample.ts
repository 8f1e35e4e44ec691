import type { ReplayCapture } from '../../src/upstream/replay/replay-capture.ts';
import { rawRow } from './raw-row.ts';

const outputs = (...output_modalities: string[]) => ({
  architecture: { modality: 'text->text', input_modalities: ['text'], output_modalities },
});

/** A small capture with a row of each kind, for tests of the replay server. */
export const REPLAY_SAMPLE: ReplayCapture = {
  rows: [
    rawRow('a/cheap', {
      created: 100,
      context_length: 1000,
      pricing: { prompt: '0.0000001', completion: '0' },
    }),
    rawRow('a/cheap:free', {
      created: 300,
      canonical_slug: 'a/cheap',
      pricing: { prompt: '0', completion: '0' },
    }),
    rawRow('b/dear', {
      created: 200,
      context_length: 2000,
      pricing: { prompt: '0.0000002', completion: '0.00000080267549538462' },
      name: 'Bee: Dear & Large',
      description: 'Ends ]]> early.',
      supported_parameters: ['tools', 'temperature'],
    }),
    rawRow('b/router', { created: 50, context_length: null, pricing: { prompt: '-1', completion: '-1' } }),
    rawRow('c/painter', outputs('image')),
    rawRow('c/speaker', outputs('text', 'audio')),
    rawRow('~c/speaker-latest', {
      architecture: { modality: 'text+image->text', tokenizer: 'Router', instruct_type: null },
    }),
  ],
  capturedAt: '2026-03-04T05:06:07.000Z',
  categories: { programming: ['b/dear', 'gone/model', 'a/cheap', 'c/painter'], health: ['gone/model'] },
  popularity: ['c/speaker', 'gone/model', 'b/dear'],
};

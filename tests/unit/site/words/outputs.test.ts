import { describe, expect, it } from 'vitest';
import { emptyWords, sectionWords } from '../../../../src/site/words/outputs.ts';

describe('emptyWords and sectionWords', () => {
  it('say why a list is empty', () => {
    expect(emptyWords('video', 'text')).toBe(
      'Video models are not in this data: OpenRouter was asked for models that give text.',
    );
    expect(emptyWords('video', 'all')).toBe('No listed model gives video.');
  });

  it('do not sort image models by the price of their tokens', () => {
    expect(sectionWords('image', 'priced')).toMatchObject({ isByPrice: false, order: 'newest first' });
    expect(sectionWords('embeddings', 'priced')).toMatchObject({ isByPrice: true });
  });

  it('do not sort prices whose unit is not stated', () => {
    for (const output of ['speech', 'transcription', 'image', 'decisions']) {
      expect(sectionWords(output, 'unstated').isByPrice).toBe(false);
      expect(sectionWords(output, 'unstated').notice).toContain('without their unit');
    }
  });
});

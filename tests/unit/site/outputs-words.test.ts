import { describe, expect, it } from 'vitest';
import { foldModels } from '../../../src/catalog/group.ts';
import { emptyWords, rowsWords, sectionWords } from '../../../src/site/words/outputs.ts';
import { aModel } from '../catalog/a-model.ts';

describe('the words of an output', () => {
  it('count models, then what folds under them', () => {
    const rows = (...ids: readonly string[]) => rowsWords(foldModels(ids.map((id) => aModel(id))));
    expect(rows('a/m')).toBe('1 model');
    expect(rows('a/m', 'a/m:free', 'b/n')).toBe('2 models, 1 variant');
  });

  it('say why a list is empty', () => {
    expect(emptyWords('video', 'text')).toBe(
      'Video models are not in this data: OpenRouter was asked for models that give text.',
    );
    expect(emptyWords('video', 'all')).toBe('No listed model gives video.');
  });

  it('rank no pictures by the price of their tokens', () => {
    expect(sectionWords('image', 'priced')).toMatchObject({ isByPrice: false, order: 'newest first' });
    expect(sectionWords('embeddings', 'priced')).toMatchObject({ isByPrice: true });
  });

  it('sort no numbers without a unit', () => {
    for (const output of ['speech', 'transcription', 'image', 'decisions']) {
      expect(sectionWords(output, 'unstated').isByPrice).toBe(false);
      expect(sectionWords(output, 'unstated').notice).toContain('without their unit');
    }
  });
});

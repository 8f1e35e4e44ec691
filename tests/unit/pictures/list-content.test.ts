import { describe, expect, it } from 'vitest';
import { altText } from '../../../src/pictures/content.ts';
import { authorContent, categoryContent } from '../../../src/pictures/list-content.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const NO_ROWS = { models: 0, variants: 0, aliases: 0 };
const AUTHOR = { slug: 'maker', name: 'The Maker' };
const group = (slug: string, sketch: ModelSketch = {}) => ({
  base: aModel(`maker/${slug}`, { name: slug.toUpperCase(), ...sketch }),
  members: [],
});

describe('the picture of an author', () => {
  it('counts rows, and gives the lowest paid price, the largest context and the newest names', () => {
    const groups = [
      group('old', {
        addedAt: '2025-01-01T00:00:00.000Z',
        prices: { input: '0.0000001', output: '0.0000002' },
      }),
      group('free', { addedAt: '2025-01-02T00:00:00.000Z', prices: { input: '0', output: '0' } }),
      group('mid', { addedAt: '2025-01-03T00:00:00.000Z', context: 1_048_576 }),
      group('new', { addedAt: '2026-01-01T00:00:00.000Z', name: 'Ново' }),
    ];
    const count = { models: 4, variants: 2, aliases: 1 };
    const content = authorContent(AUTHOR, { groups, count, retired: NO_ROWS });
    expect(content).toMatchObject({ title: 'The Maker', subtitle: 'maker', tag: null });
    expect(content.facts).toEqual([
      { label: 'Models', value: '4', unit: 'and 2 variants, 1 alias' },
      { label: 'Lowest paid input price', value: '$0.10', unit: 'per million tokens, without variants' },
      { label: 'Largest context', value: '1.05M', unit: 'tokens' },
    ]);
    expect(content.remarks).toEqual(['Newest: maker/new, MID, FREE']);
  });

  it('names no price and no context that is not known', () => {
    const groups = [group('free', { prices: { input: '0', output: '0' }, context: null })];
    const content = authorContent(AUTHOR, { groups, count: { ...NO_ROWS, models: 1 }, retired: NO_ROWS });
    expect(content.facts).toEqual([{ label: 'Models', value: '1', unit: '' }]);
  });

  it('counts retired models where none is listed', () => {
    const retired = { models: 3, variants: 1, aliases: 0 };
    expect(authorContent({ slug: 'm', name: '模' }, { groups: [], count: NO_ROWS, retired })).toMatchObject({
      title: 'm',
      tag: 'No listed models',
      facts: [{ label: 'Retired models', value: '3', unit: 'and 1 variant' }],
      remarks: [],
    });
  });
});

describe('the picture of a category', () => {
  const models = ['a', 'b', 'c', 'd', 'e', 'f'].map((slug) => aModel(`maker/${slug}`, { name: slug }));
  const count = { ...NO_ROWS, models: 6 };

  it('lists the five most used models where use was measured', () => {
    const content = categoryContent('marketing/seo', models, { isMeasured: true, count });
    expect(content.list).toEqual(['1. a', '2. b', '3. c', '4. d', '5. e']);
    expect(altText(content)).toBe(
      'Most used models: Marketing: SEO. Models: 6. 1. a. 2. b. 3. c. 4. d. 5. e.',
    );
  });

  it('ranks no model where the order is a stand-in', () => {
    const content = categoryContent('science', models, { isMeasured: false, count });
    expect(content).toMatchObject({ kicker: 'Category', list: [], facts: [{ value: '6' }] });
  });

  it('has only its name where its order failed', () => {
    const content = categoryContent('legal', [], { isMeasured: true, count: NO_ROWS });
    expect(content).toMatchObject({ title: 'Legal', list: [], facts: [] });
  });
});

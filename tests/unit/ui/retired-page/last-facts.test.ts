import { expect, it } from 'vitest';
import type { Facts } from '../../../../src/catalog/facts.ts';
import { modelFromFacts } from '../../../../src/catalog/past-model.ts';
import { lastFacts } from '../../../../src/ui/retired-page/last-facts.ts';

const rowsOf = (more: Partial<Facts>) => {
  const facts = { name: 'M', prices: {}, ...more };
  const model = modelFromFacts('maker/m', facts, { slug: 'maker', name: 'Maker' });
  return lastFacts(model, facts).map(({ key, text, href }) => [key, text, href]);
};

it('lastFacts leaves out what no capture told', () => {
  expect(rowsOf({ context: 8192 })).toEqual([
    ['context', '8,192 tokens', null],
    ['maxOutput', null, null],
    ['permanentSlug', null, null],
  ]);
});

it('lastFacts tells weights, moderation, knowledge cutoff and reasoning as last known', () => {
  const reasoning = {
    mandatory: true,
    defaultEnabled: true,
    defaultEffort: 'high',
    efforts: ['high', 'low'],
    tokenBudget: null,
  };
  const known = { huggingFaceId: 'maker/m', isModerated: false, knowledgeCutoff: '2025-06', reasoning };
  expect(rowsOf(known).slice(3)).toEqual([
    ['knowledgeCutoff', 'June 2025', null],
    ['reasoning', 'always on, efforts high, low, default effort high', null],
    ['isModerated', 'no', null],
    ['huggingFaceId', 'maker/m', 'https://huggingface.co/maker/m'],
  ]);
});

it('lastFacts has no text for what upstream said there is none of', () => {
  expect(rowsOf({ huggingFaceId: '', knowledgeCutoff: null, reasoning: null }).slice(3)).toEqual([
    ['knowledgeCutoff', null, null],
    ['reasoning', null, null],
    ['huggingFaceId', null, null],
  ]);
});

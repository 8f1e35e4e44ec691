import { expect, it } from 'vitest';
import { modelFromFacts } from '../../../src/catalog/past-model.ts';

const TURN = '\u202E';
const AUTHOR = { slug: 'maker', name: 'Maker' };

it('modelFromFacts cleans every text of the recorded facts', () => {
  expect(
    modelFromFacts(
      'maker/m',
      {
        name: `Maker: ${TURN}M\u0000`,
        permanentSlug: `maker/${TURN}m`,
        inputModalities: ['text', `${TURN}smell`],
        outputModalities: ['text', TURN],
        parameters: [`${TURN}tools`],
        aliasTarget: `maker/${TURN}other`,
        huggingFaceId: `maker/${TURN}m`,
        knowledgeCutoff: `2025-${TURN}01`,
        reasoning: {
          mandatory: true,
          defaultEnabled: null,
          defaultEffort: `${TURN}high`,
          efforts: [`${TURN}high`, TURN],
          tokenBudget: null,
        },
        prices: {},
      },
      AUTHOR,
    ),
  ).toMatchObject({
    name: 'M',
    fullName: 'Maker: M',
    permanentSlug: 'maker/m',
    inputModalities: ['text', 'smell'],
    outputModalities: ['text'],
    parameters: ['tools'],
    aliasTarget: { name: 'maker/other' },
    huggingFaceId: 'maker/m',
    knowledgeCutoff: null,
    reasoning: { defaultEffort: 'high', efforts: ['high'] },
  });
});

it.each([
  ['2026-09-30', '2026-09-30'],
  ['9999-12-31', null],
  ['0001-01-01', null],
])('modelFromFacts reads the recorded removal date %s as %j', (expiration, shown) => {
  const model = modelFromFacts('maker/m', { name: 'M', expiration, prices: {} }, AUTHOR);
  expect(model.expiration).toBe(shown);
});

it('modelFromFacts reads the parts of the id, the prices and the tiers as those of a listed model', () => {
  const model = modelFromFacts(
    'maker/m-1:free',
    {
      name: 'Maker: M 1 (free)',
      created: 1_700_000_000,
      context: 8192,
      maxOutput: 0,
      outputModalities: ['text'],
      parameters: ['tools'],
      prices: { input: '0.000001', output: '0' },
      tiers: [{ when: [{ kind: 'prompt-above', tokens: 9 }], prices: { input: '0.000002' } }],
    },
    AUTHOR,
  );
  expect(model).toMatchObject({
    slug: 'm-1',
    variant: 'free',
    baseId: 'maker/m-1',
    isAlias: false,
    isRouter: false,
    addedAt: '2023-11-14T22:13:20.000Z',
    context: 8192,
    maxOutput: null,
    prices: { input: { kind: 'amount', usd: '1' }, output: { kind: 'free' } },
    tiers: [{ prices: { input: { kind: 'amount', usd: '2' } } }],
  });
});

it('modelFromFacts leaves what the facts lack as not recorded', () => {
  const model = modelFromFacts('maker/m', { name: '\u202E', context: 0, prices: {} }, AUTHOR);
  expect(model).toMatchObject({
    name: 'maker/m',
    fullName: 'maker/m',
    addedAt: null,
    context: null,
    parameters: null,
    reasoning: null,
    huggingFaceId: null,
    isModerated: null,
    knowledgeCutoff: null,
    prices: { input: { kind: 'unknown' }, output: { kind: 'unknown' } },
  });
});

it('modelFromFacts takes a model with a dynamic price as a router', () => {
  const prices = { input: '-1', output: '-1' };
  expect(modelFromFacts('maker/auto', { name: 'Auto', prices }, AUTHOR).isRouter).toBe(true);
});

it('modelFromFacts takes a Hugging Face id only if it has the form of one', () => {
  const idOf = (huggingFaceId: string): string | null =>
    modelFromFacts('maker/m', { name: 'M', huggingFaceId, prices: {} }, AUTHOR).huggingFaceId;
  expect(['maker/m-1', '', 'https://evil.example/x'].map(idOf)).toEqual(['maker/m-1', null, null]);
});

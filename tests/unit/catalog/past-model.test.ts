import { expect, it } from 'vitest';
import { modelFromFacts } from '../../../src/catalog/past-model.ts';

const TURN = '\u202E';
const AUTHOR = { slug: 'maker', name: 'Maker' };

it('a model of which only facts are left has clean words', () => {
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
  });
});

it.each([
  ['2026-09-30', '2026-09-30'],
  ['9999-12-31', null],
  ['0001-01-01', null],
])('a removal date of %s that was recorded once is %j', (expiration, shown) => {
  const model = modelFromFacts('maker/m', { name: 'M', expiration, prices: {} }, AUTHOR);
  expect(model.expiration).toBe(shown);
});

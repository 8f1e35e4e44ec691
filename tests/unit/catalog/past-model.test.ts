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
])('modelFromFacts reads the recorded removal date %s as %j', (expiration, shown) => {
  const model = modelFromFacts('maker/m', { name: 'M', expiration, prices: {} }, AUTHOR);
  expect(model.expiration).toBe(shown);
});

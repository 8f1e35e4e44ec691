import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faithfulTokens, integer } from '../../../src/catalog/figures.ts';
import { readDecimal, readTokens, readUsd } from '../../../src/search/filter-values.ts';

describe('readTokens', () => {
  it.each([
    ['200k', '200000'],
    ['200 K', '200000'],
    ['200,000', '200000'],
    ['1,048,576', '1048576'],
    ['1.05m', '1050000'],
    ['1.1k', '1100'],
    ['.5M', '500000'],
    ['1b', '1000000000'],
    ['0', '0'],
    ['007', '7'],
  ])('reads %s as %s tokens', (typed, tokens) => {
    expect(readTokens(typed)).toBe(tokens);
  });

  it.each([
    '1.5',
    '1.500',
    '10.000',
    '0.0004',
    '1.0',
    '1.0005k',
    '1,00',
    '1,5k',
    ',500',
    '1,0000',
    '-1',
    '',
    'k',
  ])('refuses %j, which is not surely a whole number of tokens', (typed) => {
    expect(readTokens(typed)).toBeNull();
  });

  it('reads every number of tokens as the site prints it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (tokens) => {
        expect(readTokens(integer(tokens))).toBe(String(tokens));
        expect(readTokens(faithfulTokens(tokens))).toBe(String(tokens));
      }),
    );
  });
});

describe('readUsd', () => {
  it.each([
    ['$0.50', '0.5'],
    ['.5', '0.5'],
    ['$.50', '0.5'],
    ['$ 2', '2'],
    ['1,000', '1000'],
    ['$1,234.50', '1234.5'],
    ['000.10', '0.1'],
  ])('reads %s as %s dollars', (typed, usd) => {
    expect(readUsd(typed)).toBe(usd);
  });

  it.each(['', '$', '.', '1,5', '1,00.5', '-1', '1e3', '$$1', '2 $'])('refuses %j', (typed) => {
    expect(readUsd(typed)).toBeNull();
  });
});

describe('readDecimal', () => {
  it('writes what it reads in a form that it reads as the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d.,]{1,9}$/), (typed) => {
        const read = readDecimal(typed);
        if (read !== null) expect(readDecimal(read)).toBe(read);
      }),
    );
  });
});

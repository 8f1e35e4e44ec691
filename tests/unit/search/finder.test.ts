import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN, type Filterable } from '../../../src/search/filterable.ts';
import {
  amongFree,
  DEFAULT_QUESTION,
  find,
  listQuery,
  MAX_FOUND,
  ownParameters,
  readQuestion,
  type FinderGroup,
  type Found,
  type Question,
} from '../../../src/search/finder.ts';
import { foundWords, freeWords, seeAllWords } from '../../../src/search/finder-words.ts';

const TODAY = '2026-08-22';
const read = (query: string): Question => readQuestion(new URLSearchParams(query), TODAY);

const model = (id: string, facts: Partial<Filterable> = {}): Filterable => ({
  ...NOTHING_KNOWN,
  id,
  author: 'acme',
  outputModalities: ['text'],
  input: '1' as never,
  output: '2' as never,
  payment: 'paid',
  ...facts,
});
const idsOf = (found: Found): readonly string[] => found.cheapest.map(({ id }) => id);
const usd = (input: string, output = '2'): Partial<Filterable> => ({
  input: input as never,
  output: output as never,
});
const free: Partial<Filterable> = { input: 'free', output: 'free', payment: 'free' };

describe('a question of the finder', () => {
  it('is written as parameters of a list, with the filters of every question', () => {
    expect(listQuery(DEFAULT_QUESTION)).toBe(
      'in=image&out=text&can=tools&price=paid&context_min=200000&hide=variants,routers&sort=input',
    );
    expect(ownParameters(DEFAULT_QUESTION).toString()).toBe(
      'in=image&can=tools&price=paid&context_min=200000&sort=input',
    );
  });

  it('is read from the parameters of its fields and of the list', () => {
    const fields = read('price=paid&in=image&can=tools&can=open-weights&context_min=200000&sort=output');
    expect(listQuery(fields)).toBe(
      'in=image&out=text&can=tools&price=paid&open=1&context_min=200000&hide=variants,routers&sort=output',
    );
    expect(read(listQuery(fields))).toEqual(fields);
    expect(listQuery(read('sort=context&dir=desc&price=no'))).toBe(
      'out=text&hide=variants,routers&sort=input',
    );
  });

  it('about free models differs in the price alone', () => {
    expect(listQuery(amongFree(read('can=tools&price=paid')))).toBe(
      'out=text&can=tools&price=free&hide=variants,routers&sort=input',
    );
  });
});

describe('find', () => {
  const groups: readonly FinderGroup[] = [
    [model('a/used', usd('3', '1'))],
    [model('a/cheap', usd('0.5', '9')), model('a/cheap:batch', { ...usd('0.25', '4'), isVariant: true })],
    [model('a/router', { input: 'dynamic', output: 'dynamic', payment: 'paid', isRouter: true })],
    [model('a/pictures', { ...usd('0.1'), outputModalities: ['image'] })],
    [model('a/free', free), model('a/free:free', { ...free, isVariant: true })],
    [model('a/tie', usd('3', '1'))],
    [model('a/odd', { input: 'unknown', output: 'unknown' })],
  ];

  it('sorts paid text models by the compared price, equal ones by use, and counts the others', () => {
    const found = find(read('price=paid'), groups);
    expect(idsOf(found)).toEqual(['a/cheap', 'a/used', 'a/tie']);
    expect(found).toMatchObject({ count: 4, unpriced: 1, free: 1 });
    expect(idsOf(find(read('price=paid&sort=output'), groups))).toEqual(['a/used', 'a/tie', 'a/cheap']);
  });

  it('puts free models first only when asked for free or any models', () => {
    expect(idsOf(find(read('price=free'), groups))).toEqual(['a/free']);
    expect(idsOf(find(read(''), groups))[0]).toBe('a/free');
    expect(find(read(''), groups).free).toBeNull();
  });

  it('counts rows as the list does: a member is a row where its base does not match', () => {
    const alias = model('~a/latest', { inputModalities: ['image'] });
    const group: FinderGroup = [model('a/base'), alias];
    expect(find(read('price=paid'), [group]).count).toBe(1);
    expect(idsOf(find(read('price=paid&in=image'), [group]))).toEqual(['~a/latest']);
  });

  it('compares exact decimals and gives at most five models', () => {
    const many = Array.from({ length: 9 }, (_, place): FinderGroup => [
      model(`a/m${place}`, usd(`0.0${9 - place}`)),
    ]);
    const found = find(read(''), many);
    expect(found.cheapest).toHaveLength(MAX_FOUND);
    expect(idsOf(found)[0]).toBe('a/m8');
    expect(found.count).toBe(9);
  });
});

describe('the answer of the finder in words', () => {
  const found = (count: number, unpriced = 0, free: number | null = null): Found => ({
    cheapest: [],
    count,
    unpriced,
    free,
  });
  const paid = read('price=paid');

  it.each([
    [paid, found(128), 'The 5 cheapest of 128 models that match, by input price.'],
    [read('sort=output'), found(6), 'The 5 cheapest of 6 models that match, by output price.'],
    [paid, found(5), 'All 5 that match, the cheapest first, by input price.'],
    [paid, found(1), 'Only this model matches.'],
    [paid, found(0), 'No model matches.'],
    [paid, found(0, 0, 0), 'No model matches. No free model matches.'],
    [paid, found(9, 0, 0), 'The 5 cheapest of 9 models that match, by input price. No free model matches.'],
    [
      paid,
      found(9, 1),
      'The 5 cheapest of 9 models that match, by input price. 1 of the 9 that match has no input price in dollars per token.',
    ],
    [
      paid,
      found(4, 2),
      'All 2 with an input price, the cheapest first. 2 of the 4 that match have no input price in dollars per token.',
    ],
    [paid, found(1, 1), '1 model matches, without an input price in dollars per token.'],
    [read('sort=output'), found(3, 3), '3 models match, without an output price in dollars per token.'],
    [read('price=free'), found(8), 'The 5 most used of 8 free models that match.'],
    [read('price=free'), found(5), 'All 5 free models that match, the most used first.'],
    [read('price=free'), found(1), 'Only this free model matches.'],
  ])('%# says how many match and in which order', (question, answer, words) => {
    expect(foundWords(question, answer)).toBe(words);
  });

  it('says how many free models match, and names the link by its number of models', () => {
    expect([12, 1, 0, null].map((free) => freeWords(found(9, 0, free)))).toEqual([
      '12 free models match, too.',
      '1 free model matches, too.',
      '',
      '',
    ]);
    expect([1280, 1, 0].map((count) => seeAllWords(found(count)))).toEqual([
      'See all 1,280 models',
      'See this model in the list',
      'See the list',
    ]);
  });
});

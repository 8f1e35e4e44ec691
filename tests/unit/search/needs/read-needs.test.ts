import { describe, expect, it } from 'vitest';
import { authorsByName, readNeeds } from '../../../../src/search/needs/read-needs.ts';

const authors = authorsByName([
  ['acme', 'Acme'],
  ['oak-labs', 'Oak Labs', 'Oak'],
  ['oak', 'Oak'],
  ['moonshotai', 'MoonshotAI'],
]);
const read = (typed: string) => readNeeds(typed, authors);
const filtersOf = (typed: string) => read(typed).map((need) => (need.kind === 'list' ? need.filters : need));

describe('readNeeds', () => {
  it('adds up phrases, amounts and authors, and leaves out words that only join them', () => {
    expect(read('the cheapest Acme models with tools and vision for under $2')).toEqual([
      {
        kind: 'list',
        filters: { author: ['acme'], input_max: ['<2'], can: ['tools'], in: ['image'] },
        sort: 'input',
        category: null,
        output: null,
      },
    ]);
  });

  it('reads amounts with separated thousands, and dollars without a zero before the point', () => {
    expect(filtersOf('under $.50')).toEqual([{ input_max: ['<0.5'] }]);
    expect(filtersOf('context over 1,048,576')).toEqual([{ context_min: ['1048576'] }]);
  });

  it('finds nothing if a word is not part of a need', () => {
    expect(read('cheapest birch with tools')).toEqual([]);
    expect(read('')).toEqual([]);
    expect(read('with the')).toEqual([]);
  });

  it('leads to a category, also with other filters', () => {
    expect(read('best for coding')).toEqual([
      {
        kind: 'list',
        filters: { category: ['programming'] },
        sort: null,
        category: 'programming',
        output: null,
      },
    ]);
    expect(read('free translation')).toMatchObject([
      { filters: { price: ['free'], category: ['translation'] }, category: 'translation' },
    ]);
  });

  it('leads to an output alone, and filters by it together with others', () => {
    expect(read('embeddings')).toMatchObject([{ output: 'embeddings', filters: { out: ['embeddings'] } }]);
    expect(read('free embeddings')).toMatchObject([
      { output: null, filters: { price: ['free'], out: ['embeddings'] } },
    ]);
    expect(read('cheapest embeddings')).toMatchObject([{ output: null, sort: 'input' }]);
  });

  it('offers all meanings of a phrase alone, and takes the first one together with others', () => {
    expect(filtersOf('audio')).toEqual([{ out: ['audio'] }, { in: ['audio'] }]);
    expect(filtersOf('free audio')).toEqual([{ price: ['free'], out: ['audio'] }]);
  });

  it('finds pages only by phrases alone', () => {
    expect(read('Feeds')).toEqual([{ kind: 'page', page: 'feeds' }]);
    expect(read('models')).toEqual([{ kind: 'page', page: 'models' }]);
    expect(read('free feeds')).toEqual([]);
  });

  it('finds authors by any of their names, with and without spaces, and all of one name', () => {
    expect(read('ACME')).toEqual([{ kind: 'author', slug: 'acme' }]);
    expect(read('models by oaklabs')).toEqual([{ kind: 'author', slug: 'oak-labs' }]);
    expect(read('oak').map((need) => need.kind === 'author' && need.slug)).toEqual(['oak-labs', 'oak']);
    expect(read('moonshot')).toEqual([{ kind: 'author', slug: 'moonshotai' }]);
    expect(filtersOf('free oak')).toEqual([{ price: ['free'], author: ['oak-labs', 'oak'] }]);
  });

  it('reads words in capitals, with accents and with hyphens', () => {
    expect(filtersOf('FREE  Vision!')).toEqual([{ price: ['free'], in: ['image'] }]);
    expect(filtersOf('open-source')).toEqual([{ open: ['1'] }]);
    expect(read('__proto__')).toEqual([]);
    expect(read('constructor')).toEqual([]);
  });

  it.each([
    ['models under $1', { input_max: ['<1'] }],
    ['below $0.50', { input_max: ['<0.5'] }],
    ['less than 2 dollars', { input_max: ['<2'] }],
    ['up to $1', { input_max: ['1'] }],
    ['$1 or less', { input_max: ['1'] }],
    ['<$3', { input_max: ['<3'] }],
    ['<= $3', { input_max: ['3'] }],
    ['under $1 per million tokens', { input_max: ['<1'] }],
    ['under $1/M', { input_max: ['<1'] }],
    ['input under $1', { input_max: ['<1'] }],
    ['output under $5', { output_max: ['<5'] }],
    ['under $5 output', { output_max: ['<5'] }],
    ['input under $1 output under $5', { input_max: ['<1'], output_max: ['<5'] }],
    ['under 50 cents', { input_max: ['<0.5'] }],
    ['output up to 7.5¢', { output_max: ['0.075'] }],
    ['no more than $5', { input_max: ['5'] }],
    ['200k', { context_min: ['200000'] }],
    ['200K context', { context_min: ['200000'] }],
    ['context of 200k or more', { context_min: ['200000'] }],
    ['over 1m tokens', { context_min: ['1000000'] }],
    ['1.5m context', { context_min: ['1500000'] }],
    ['1 million tokens', { context_min: ['1000000'] }],
    ['at least 128,000 tokens of context', { context_min: ['128000'] }],
    ['1M+ context window', { context_min: ['1000000'] }],
    ['64k output', { max_output_min: ['64000'] }],
    ['max output 64k', { max_output_min: ['64000'] }],
    ['up to $5 per million output tokens', { output_max: ['5'] }],
    ['200k context 64k output', { context_min: ['200000'], max_output_min: ['64000'] }],
  ])('reads an amount: %s', (typed, filters) => {
    expect(filtersOf(typed)).toEqual([filters]);
  });

  it.each([
    ['models over $10', {}, 'highest-input'],
    ['at least $10', {}, 'highest-input'],
    ['> $10', {}, 'highest-input'],
    ['$10+', {}, 'highest-input'],
    ['$10 or more', {}, 'highest-input'],
    ['output over $10', {}, 'highest-output'],
    ['more than 10 dollars with tools', { can: ['tools'] }, 'highest-input'],
    ['cheapest over $10', {}, 'highest-input'],
    ['between $1 and $2', { input_max: ['2'] }, 'highest-input'],
    ['from 1 to 2 dollars', { input_max: ['2'] }, 'highest-input'],
    ['$1-$2', { input_max: ['2'] }, 'highest-input'],
    ['output between $1 and $2', { output_max: ['2'] }, 'highest-output'],
    ['models from $10', {}, 'highest-input'],
    ['most expensive', {}, 'highest-input'],
  ])('never reads a lower limit of a price as an upper one: %s', (typed, filters, sort) => {
    expect(read(typed)).toMatchObject([{ kind: 'list', filters, sort }]);
    expect(filtersOf(typed)).toEqual([filters]);
  });

  it.each(['4', 'under 4', '70b', 'v3.2', '8x7b', 'gpt-4-32k', '$'])('reads no amount from %s', (typed) => {
    expect(read(typed)).toEqual([]);
  });
});

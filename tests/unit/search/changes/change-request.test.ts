import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPercent,
  isSet,
  NO_CHANGE_REQUEST,
  readChangeRequest,
  withoutFilter,
  writeChangeRequest,
} from '../../../../src/search/changes/change-request.ts';

const TERMS = { kinds: new Set(['price', 'new', 'gone']), authors: new Set(['openai', 'z-ai']) };
const read = (query: string) => readChangeRequest(new URLSearchParams(query), TERMS);

describe('readChangeRequest', () => {
  it('reads every parameter', () => {
    expect(read('kind=price,new&author=openai&direction=up&size_min=25&sort=size')).toEqual({
      direction: 'up',
      kinds: ['price', 'new'],
      sizeMin: 25,
      authors: ['openai'],
      sort: 'size',
    });
  });

  it('reads repeated parameters as a list', () => {
    expect(read('kind=price&kind=new&kind=price').kinds).toEqual(['price', 'new']);
  });

  it('ignores what has no meaning', () => {
    const query = 'kind=nonsense&author=nobody&direction=sideways&size_min=many&sort=name&x=1';
    expect(read(query)).toEqual(NO_CHANGE_REQUEST);
  });
});

describe('writeChangeRequest', () => {
  it('leaves out defaults', () => {
    expect(writeChangeRequest(NO_CHANGE_REQUEST).toString()).toBe('');
  });

  it('writes what is read again', () => {
    const subset = (all: ReadonlySet<string>) => fc.subarray([...all]);
    fc.assert(
      fc.property(
        fc.record({
          direction: fc.constantFrom('up' as const, 'down' as const, null),
          kinds: subset(TERMS.kinds),
          sizeMin: fc.option(fc.integer({ min: 1, max: 999_999 }).map((hundredths) => hundredths / 100)),
          authors: subset(TERMS.authors),
          sort: fc.constantFrom('date' as const, 'size' as const),
        }),
        (request) => {
          expect(readChangeRequest(writeChangeRequest(request), TERMS)).toEqual(request);
        },
      ),
    );
  });
});

describe('a size in an address', () => {
  it.each([
    ['1,000', 1000],
    ['.5', 0.5],
    ['25', 25],
    [' 7.5% ', 7.5],
    ['100 %', 100],
    ['0', null],
    ['', null],
    ['-5', null],
    ['1e3', null],
    ['abc', null],
    ['1e9', null],
    ['1000000000', null],
  ])('is read from "%s" as %s', (text, percent) => {
    expect(read(`size_min=${encodeURIComponent(text)}`).sizeMin).toBe(percent);
  });

  it.each([
    ['', true],
    ['0', true],
    ['7.5 %', true],
    ['1,000', true],
    ['abc', false],
    ['-5', false],
    ['1e9', false],
  ])('isPercent tells whether "%s" can be read: %s', (text, isRead) => {
    expect(isPercent(text)).toBe(isRead);
  });
});

it('a filter of a request is set until it is taken out', () => {
  const request = read('kind=price&direction=down&size_min=5&author=z-ai');
  for (const filter of ['direction', 'kinds', 'sizeMin', 'authors'] as const) {
    expect(isSet(request, filter)).toBe(true);
    expect(isSet(withoutFilter(request, filter), filter)).toBe(false);
  }
});

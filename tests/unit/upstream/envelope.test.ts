import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../src/upstream/envelope.ts';

const NOTHING = { totalCount: null, next: null, capturedAt: null };

describe('readEnvelope', () => {
  it.each<[string, unknown, object]>([
    ['a bare list', [1, 'x'], { ...NOTHING, rows: [1, 'x'] }],
    ['only data', { data: [] }, { ...NOTHING, rows: [] }],
    [
      'data with its count and the next page',
      { data: [1], total_count: 9, links: { next: '/api/v1/models?offset=1' } },
      { rows: [1], totalCount: 9, next: '/api/v1/models?offset=1', capturedAt: null },
    ],
    [
      'the last page',
      { data: [1], total_count: 1, links: { next: null } },
      { ...NOTHING, rows: [1], totalCount: 1 },
    ],
    ['an empty next page', { data: [], links: { next: '' } }, { ...NOTHING, rows: [] }],
    ['null for what is not said', { data: [], total_count: null, links: null }, { ...NOTHING, rows: [] }],
    ['fields that are new', { data: [], meta: { x: 1 }, links: { prev: '/x' } }, { ...NOTHING, rows: [] }],
    [
      'a time',
      { data: [], captured_at: '2026-08-22T10:00:00+02:00' },
      { ...NOTHING, rows: [], capturedAt: '2026-08-22T08:00:00.000Z' },
    ],
  ])('reads %s', (_, json, envelope) => {
    expect(readEnvelope(json)).toEqual({ envelope });
  });

  it.each<[string, unknown, string]>([
    ['null', null, 'it is null, not a list of models'],
    ['text', 'models', 'it is "models", not a list of models'],
    ['a number', 7, 'it is 7, not a list of models'],
    ['an empty object', {}, 'it has no "data"'],
    ['another object', { models: [] }, 'it has no "data"'],
    ['data that is an object', { data: {} }, 'its "data" is not a list'],
    ['data that is null', { data: null }, 'its "data" is not a list'],
    ['data that is text', { data: '[]' }, 'its "data" is not a list'],
    ['an error', { error: { code: 500, message: 'Boom "x"' } }, 'it is an error: "Boom \\"x\\""'],
    ['an error beside data', { data: [], error: { message: 'half' } }, 'it is an error: "half"'],
  ])('refuses %s', (_, json, problem) => {
    expect(readEnvelope(json)).toEqual({ problem });
  });

  it.each<[string, unknown]>([
    ['total_count', { data: [], total_count: 'many' }],
    ['total_count', { data: [], total_count: -1 }],
    ['total_count', { data: [], total_count: 1.5 }],
    ['links', { data: [], links: '/x' }],
    ['links.next', { data: [], links: { next: 7 } }],
    ['captured_at', { data: [], captured_at: 'yesterday' }],
  ])('refuses an invalid %s', (field, json) => {
    const read = readEnvelope(json);
    expect('problem' in read && read.problem).toMatch(`its "${field}" makes no sense`);
  });
});

import { expect, it } from 'vitest';
import { clock, isCatalogDate, isCatalogDay, isCatalogTime, isDay } from '../../../src/catalog/day.ts';

it.each([
  ['2026-08-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-8-2', false],
  ['2026-08-22T00:00:00Z', false],
  ['', false],
])('isDay(%j) is %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

it.each([
  ['2000-01-01', true],
  ['2099-12-31', true],
  ['1999-12-31', false],
  ['2100-01-01', false],
  ['2026-02-30', false],
])('isCatalogDay(%j) is %s', (text, expected) => {
  expect(isCatalogDay(text)).toBe(expected);
});

it.each([
  ['2024-06-30', true],
  ['2024-06', true],
  ['2024', true],
  ['2024-13', false],
  ['2024-00', false],
  ['1999', false],
  ['2024-06-31', false],
  ['June 2024', false],
])('isCatalogDate(%j) is %s', (text, expected) => {
  expect(isCatalogDate(text)).toBe(expected);
});

it.each([
  ['2000-01-01T00:00:00.000Z', true],
  ['9999-12-31T23:59:59.000Z', true],
  ['1999-12-31T23:59:59.000Z', false],
  ['+010000-01-01T00:00:00.000Z', false],
  ['2026-08-22', false],
])('isCatalogTime(%j) is %s', (text, expected) => {
  expect(isCatalogTime(text)).toBe(expected);
});

it('clock shows minutes of the day, and the end of a day as 24:00', () => {
  expect(clock(60)).toBe('01:00');
  expect(clock(1440)).toBe('24:00');
});

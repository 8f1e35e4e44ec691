import { expect, it } from 'vitest';
import { differenceBetween, styleRules } from '../../../src/cli/compare-sites/compare.ts';

it('finds no difference between pages that differ in names of files, scopes of styles and times', () => {
  const page = (hash: string): string =>
    `<link href="/_astro/Page.${hash}.css"><p data-astro-cid-${hash.toLowerCase()}>x</p>{"built_at": "${hash}"}`;
  expect(differenceBetween(page('BrcMhVh4'), page('Zz0_11aa'))).toBeNull();
});

it('shows the first place where two pages differ', () => {
  expect(differenceBetween('<p>$1.00</p>', '<p>$1.10</p>')).toEqual(['<p>$1.00</p>', '<p>$1.10</p>']);
});

it('finds a difference at the end of the longer of two pages', () => {
  expect(differenceBetween('<p>', '<p>x')).toEqual(['<p>', '<p>x']);
});

it('compares style rules as a set, however they are parted into files', () => {
  expect(styleRules(['a{b:c}d{e:f}'])).toEqual(styleRules(['d{e:f}', 'a{b:c}', 'a{b:c}']));
  expect(styleRules(['a{b:c}'])).not.toEqual(styleRules(['a{b:d}']));
});

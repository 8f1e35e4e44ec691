import { expect, it } from 'vitest';
import { differenceBetween, styleRules } from '../../../src/cli/compare-sites/compare.ts';

it('differenceBetween finds no difference in hashed file names, style scopes and times', () => {
  const page = (hash: string): string =>
    `<link href="/_astro/Page.${hash}.css"><p data-astro-cid-${hash.toLowerCase()}>x</p>{"built_at": "${hash}"}`;
  expect(differenceBetween(page('BrcMhVh4'), page('Zz0_11aa'))).toBeNull();
});

it('differenceBetween shows the first place where two pages differ', () => {
  expect(differenceBetween('<p>$1.00</p>', '<p>$1.10</p>')).toEqual(['<p>$1.00</p>', '<p>$1.10</p>']);
});

it('differenceBetween finds a difference at the end of the longer page', () => {
  expect(differenceBetween('<p>', '<p>x')).toEqual(['<p>', '<p>x']);
});

it('styleRules is the same set of rules however they are split into files', () => {
  expect(styleRules(['a{b:c}d{e:f}'])).toEqual(styleRules(['d{e:f}', 'a{b:c}', 'a{b:c}']));
  expect(styleRules(['a{b:c}'])).not.toEqual(styleRules(['a{b:d}']));
});

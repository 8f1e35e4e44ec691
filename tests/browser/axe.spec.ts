import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { HOSTILE_PAGES, TEMPLATES, TEMPLATE_NAMES, WIDE_PAGES } from '../support/templates.ts';

for (const name of TEMPLATE_NAMES) {
  test(`the template "${name}" passes axe`, { tag: ['@desktop', '@phone'] }, async ({ page }) => {
    await page.goto(TEMPLATES[name]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test(`the template "${name}" has enough contrast in dark mode`, { tag: '@dark' }, async ({ page }) => {
    await page.goto(TEMPLATES[name]);
    expect(await axeViolations(page, { rules: ['color-contrast'] })).toEqual([]);
  });
}

test.describe('axe on pages of other outputs', () => {
  test.use({ site: 'wide' });

  for (const path of WIDE_PAGES) {
    // Models of all outputs share the marks of those above, which are tried on a phone, too.
    const tag = path.startsWith('./models/') ? ['@desktop'] : ['@desktop', '@phone'];
    test(`${path} passes axe`, { tag }, async ({ page }) => {
      await page.goto(path);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});

test.describe('axe on pages of the hostile capture', () => {
  test.use({ site: 'hostile' });

  for (const path of HOSTILE_PAGES) {
    test(`${path} passes axe`, { tag: ['@desktop', '@phone'] }, async ({ page }) => {
      await page.goto(path);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});

import { filesOf } from '../support/built-site.ts';
import { expect, test } from '../support/browser-test.ts';
import { EVIL_HOST } from '../fixtures/hostile-capture.ts';

test.use({ site: 'hostile' });

/** Opened in a few pages at once, each of which many addresses share: a fresh page for each would take minutes. */
const SHARES = 4;

for (let share = 0; share < SHARES; share++) {
  test(`nothing that upstream wrote runs, part ${share + 1} of ${SHARES}`, async ({ page, context }) => {
    test.setTimeout(180_000);
    const ran: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(`${page.url()}: ${dialog.type()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      if (request.url().includes(EVIL_HOST)) ran.push(`${page.url()}: ${request.url()}`);
    });
    const files = filesOf('hostile', '**/*.html').filter((_, index) => index % SHARES === share);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      await page.goto(`./${file}`);
      // What waits for a pointer or the focus gets both.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('main *')) {
          element.focus();
          element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        }
      });
      if (await page.evaluate(() => 'hostileRan' in window)) ran.push(`${file}: a script`);
    }
    expect(ran).toEqual([]);
  });
}

import { filesOf, readBuilt } from '../support/built-site.ts';
import { expect, test } from '../support/browser-test.ts';
import { EVIL_HOST } from '../fixtures/hostile-capture.ts';

test.use({ site: 'hostile' });

/** Each share is opened in one page: a fresh page for each address would take minutes. */
const SHARES = 2;

/**
 * Pages with data from the hostile capture. Its texts leave a trace if they run or request its host; its
 * author is `evil`.
 */
const hostileFiles = () =>
  filesOf('hostile', '**/*.html').filter((file) => {
    const html = readBuilt('hostile', file);
    return /hostileRan|evil/i.test(html) && !SENDS_ON.test(html);
  });

/** A page that sends its reader to an author's page, which is opened itself. */
const SENDS_ON = /<meta http-equiv="refresh" content="0;url=\/authors\/[^"]*"\/?>/;

for (let share = 0; share < SHARES; share++) {
  test(`no script in the texts of the hostile capture runs, part ${share + 1} of ${SHARES}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(180_000);
    const ran: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(`${page.url()}: ${dialog.type()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      if (request.url().includes(EVIL_HOST)) ran.push(`${page.url()}: ${request.url()}`);
    });
    const files = hostileFiles().filter((_, index) => index % SHARES === share);
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      await page.goto(`./${file}`);
      // What waits for a pointer or the focus gets both.
      await page.evaluate(() => {
        // In a long list only the rows that hold such texts: each focus costs a layout of the page.
        const rows = document.querySelectorAll('main tbody');
        const others = new Set([...rows].filter(({ outerHTML }) => !/hostile|evil/i.test(outerHTML)));
        for (const element of document.querySelectorAll<HTMLElement>('main *')) {
          const row = element.closest('tbody');
          if (row && others.has(row)) continue;
          if (element.tabIndex >= 0) element.focus({ preventScroll: true });
          element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        }
      });
      if (await page.evaluate(() => 'hostileRan' in window)) ran.push(`${file}: a script`);
    }
    expect(ran).toEqual([]);
  });
}

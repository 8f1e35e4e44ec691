import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import {
  importText,
  kept,
  LUNA,
  result,
  RETIRED,
  row,
  section,
  starAll,
  summary,
} from '../support/my-list-page.ts';

const ALL_TAGS = '@desktop @phone @dark';

test.describe('an import of ids', () => {
  const ENV = [
    'KEY=x',
    `FALLBACK=${RETIRED}`,
    '',
    'MODEL="openai/gpt-5.6-lunar"',
    'OTHER=openai/gpt-4o',
    'models: [z-ai/glm-5.2, openai/gpt-5]',
    'AGAIN=openai/gpt-4o',
  ].join('\n');

  test(`${ALL_TAGS} names problems first, with lines and what to do`, async ({ page }) => {
    await starAll(page, ['openai/gpt-4o']);
    await importText(page, ENV);
    await expect(result(page)).toHaveText(
      'Found 5 ids: 2 can be added, 1 is already starred, 1 is retired, 1 is unknown.',
    );
    const rows = section(page, 'ids').getByRole('listitem');
    await expect(rows.nth(0)).toContainText('openai/gpt-5.6-lunar line 4');
    await expect(rows.nth(0)).toContainText('Did you mean GPT-5.6 Luna?');
    await expect(rows.nth(1)).toContainText(`${RETIRED} line 2`);
    await expect(rows.nth(1)).toContainText('Possible replacement: Claude Sonnet 5');
    await expect(rows.nth(3)).toContainText('openai/gpt-4o lines 5 and 7');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: `Add ${LUNA}` }).click();
    await page.getByRole('button', { name: 'Add Claude Sonnet 5' }).click();
    await page.getByRole('button', { name: 'Add all 2' }).click();
    await expect
      .poll(() => kept(page))
      .toEqual(['z-ai/glm-5.2', 'openai/gpt-5', 'anthropic/claude-sonnet-5', LUNA, 'openai/gpt-4o']);
    await expect(summary(page)).toContainText('5 models');
  });

  test('works by the keyboard alone', async ({ page }) => {
    await page.goto('./my/');
    await page.getByLabel('Text with ids of models').focus();
    await page.keyboard.type('openai/gpt-4o');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(result(page)).toHaveText('Found 1 id: 1 can be added.');
    await page.getByRole('button', { name: 'Add GPT-4o' }).focus();
    await page.keyboard.press('Space');
    await expect(result(page)).toHaveText('Found 1 id: 1 is already starred.');
    await expect(result(page)).toBeFocused();
    await expect(row(page, 'openai/gpt-4o')).toBeVisible();
  });

  test('says where nothing was found, and where nothing was pasted', async ({ page }) => {
    await page.goto('./my/');
    await page.getByRole('button', { name: 'Find ids' }).click();
    await expect(result(page)).toContainText('Paste something first');
    await importText(page, "import x from '../src/x.ts';");
    await expect(result(page)).toHaveText('No id of a model was found in this text.');
  });
});

test.describe('storage and network', () => {
  test(`${ALL_TAGS} a denied storage is said, and stars last until the page is left`, async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto('./my/');
    await importText(page, 'openai/gpt-4o');
    await page.getByRole('button', { name: 'Add GPT-4o' }).click();
    await expect(row(page, 'openai/gpt-4o')).toContainText('128K context');
    await expect(page.getByRole('alert').filter({ hasText: 'does not let this site store' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a full storage is said', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto('./my/');
    await importText(page, 'openai/gpt-4o');
    await page.getByRole('button', { name: 'Add GPT-4o' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'The storage of this site is full' }),
    ).toBeVisible();
  });

  test('a stored list that cannot be read stays until the reader deletes it', async ({ page }) => {
    await page.goto('./my/');
    await page.evaluate(() => {
      localStorage.setItem('modeldex-stars', '{"version":99}');
    });
    await page.reload();
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete what is stored' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeHidden();
    expect(await page.evaluate(() => localStorage.getItem('modeldex-stars'))).toBeNull();
  });

  test(`${ALL_TAGS} a model whose facts cannot be loaded is named, and the others are shown`, async ({
    page,
  }) => {
    await page.route('**/gpt-4o.json', (route) => route.fulfill({ json: { schema_version: 99 } }));
    await starAll(page, [LUNA, 'openai/gpt-4o']);
    await expect(section(page, 'failure')).toContainText('The facts of openai/gpt-4o could not be loaded.');
    await expect(section(page, 'failed')).toContainText('openai/gpt-4o');
    await expect(row(page, LUNA)).toContainText('1.05M context');
    expect(await axeViolations(page)).toEqual([]);
    await page.unroute('**/gpt-4o.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(section(page, 'same')).toContainText('GPT-4o');
    await expect(section(page, 'failure')).toBeHidden();
  });

  test('the list follows a star that another tab sets', async ({ page, context }) => {
    await starAll(page, ['openai/gpt-4o']);
    const other = await context.newPage();
    await other.goto(new URL('../models/openai/gpt-5/', page.url()).href);
    await other.getByRole('button', { name: 'Star', exact: true }).click();
    await expect(row(page, 'openai/gpt-5')).toContainText('400K context');
    await expect(summary(page)).toContainText('2 models');
  });
});

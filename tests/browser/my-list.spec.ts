import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const star = (page: Page, name: string) => page.getByRole('button', { name: `Star ${name}`, exact: true });

/** The ids that this device keeps, newest first. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const text = localStorage.getItem('modeldex-stars') ?? '{"models":[]}';
    return (JSON.parse(text) as { models: { id: string }[] }).models.map(({ id }) => id);
  });

test.describe('stars', () => {
  test('@desktop @phone a row of a list is starred by a press, and again not', async ({ page }) => {
    await page.goto('./models/');
    const button = star(page, 'GPT-4o');
    await button.scrollIntoViewIfNeeded();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
    await page.reload();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(await kept(page)).toEqual([]);
  });

  test('a row is starred by the keyboard, and keeps its star when the list is sorted', async ({ page }) => {
    await page.goto('./models/');
    const first = page.locator('table[data-models] tbody tr').first();
    await first.locator('th a').focus();
    await page.keyboard.press('Tab');
    const button = page.locator(':focus');
    await expect(button).toHaveAttribute('data-act', 'star');
    await page.keyboard.press('Space');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    const [id = ''] = await kept(page);
    expect(id).toMatch(/\//);
    await page.getByRole('columnheader', { name: 'Context' }).getByRole('button').click();
    await expect(page.locator('th[aria-sort]', { hasText: 'Context' })).toBeVisible();
    await expect(page.locator('[data-act=star][aria-pressed=true]')).toHaveCount(1);
    await expect(page.locator(`tr[data-model-id="${id}"] [data-act=star]`)).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('@desktop @phone pages of listed and of retired models have a star', async ({ page }) => {
    for (const [path, id] of [
      ['./models/openai/gpt-4o/', 'openai/gpt-4o'],
      [
        './models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/',
        'tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3',
      ],
    ] as const) {
      await page.goto(path);
      const button = page.getByRole('button', { name: 'Star', exact: true });
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      expect(await kept(page)).toContain(id);
    }
    await page.goto('./retired/');
    await expect(page.locator('[data-act=star][aria-pressed=true]')).toHaveCount(1);
    expect(await page.locator('[data-stars]').textContent()).toBe('2');
  });

  test('@desktop @phone the rooms of the buttons are kept, so that lists do not move', async ({ page }) => {
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['./models/', './models/openai/gpt-4o/', './retired/']) {
      await page.goto(path);
      await expect(page.locator('[data-act=star]').first()).toBeVisible();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
    }
  });

  test('@desktop @phone @dark rows with stars have no findings of axe', async ({ page }) => {
    await page.goto('./models/');
    await page.locator('[data-act=star]').first().click();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('@phone no page is wider than the window at 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of ['./models/', './retired/', './models/openai/gpt-4o/', './my/']) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - 320);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});

const ALL_TAGS = '@desktop @phone @dark';
const LUNA = 'openai/gpt-5.6-luna';
const RETIRED = 'anthropic/claude-3.5-sonnet';

interface StoredFacts {
  status: string;
  prices: Record<string, { kind: string; usd?: string; unit?: string }>;
  context: number | null;
  expiration: string | null;
}

/** Stars models as an import does, and waits until their facts are kept. */
async function starAll(page: Page, ids: readonly string[]): Promise<void> {
  await page.goto('./my/');
  await page.evaluate((all) => {
    const models = all.map((id) => ({
      id,
      name: id,
      starredAt: '2026-08-01T00:00:00.000Z',
      seen: null,
      shown: null,
    }));
    localStorage.setItem('modeldex-stars', JSON.stringify({ version: 1, models }));
  }, ids);
  await page.reload();
  await expect(summary(page)).toContainText(ids.length === 1 ? '1 model' : `${ids.length} models`);
}

/** Changes the facts that the device keeps of a model, as if they were different at the last visit. */
async function wasOnce(page: Page, id: string, before: Partial<StoredFacts>): Promise<void> {
  await page.evaluate(
    ([wanted, facts]) => {
      const file = JSON.parse(localStorage.getItem('modeldex-stars') ?? '') as {
        models: { id: string; seen: { at: string; facts: StoredFacts } }[];
      };
      for (const star of file.models.filter((one) => one.id === wanted)) {
        star.seen = {
          at: '2026-08-12T09:00:00.000Z',
          facts: { ...star.seen.facts, capturedAt: '2026-08-12T00:00:00.000Z', ...facts } as StoredFacts,
        };
      }
      localStorage.setItem('modeldex-stars', JSON.stringify(file));
    },
    [id, before] as const,
  );
}

const usd = (amount: string) => ({ kind: 'amount', usd: amount, unit: 'million tokens' });
const CHEAPER = { prices: { input: usd('0.1'), output: usd('0.6') } };
const summary = (page: Page) => page.locator('[data-part=summary]');
const row = (page: Page, id: string) => page.locator(`my-list [data-model-id="${id}"]`);
const section = (page: Page, part: string) => page.locator(`my-list [data-part=${part}]`);
const result = (page: Page) => section(page, 'result').getByRole('status');

/** Four models: two with changes, one of them retired. */
async function changedList(page: Page): Promise<void> {
  await starAll(page, ['openai/gpt-4o', LUNA, RETIRED, 'openrouter/auto']);
  await wasOnce(page, LUNA, CHEAPER);
  await wasOnce(page, RETIRED, { status: 'listed' });
  await page.reload();
  await expect(summary(page)).toHaveText('4 models, 2 with changes since your last visit on 12 Aug 2026.');
}

async function importText(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text with ids of models').fill(text);
  await page.getByRole('button', { name: 'Find ids' }).click();
  await expect(result(page)).toContainText(/^(Found|No id)/);
}

test.describe('the list of starred models', () => {
  test(`${ALL_TAGS} says what to do while it is empty`, async ({ page }) => {
    await page.goto('./my/');
    await expect(section(page, 'empty')).toContainText('Press the star beside a model');
    await expect(page.getByRole('button', { name: 'Export (JSON)' })).toBeHidden();
    await section(page, 'empty').getByRole('link', { name: 'all models' }).click();
    await expect(page).toHaveURL(/\/models\/$/);
    await page.goBack();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('keeps the facts of a model from the moment it is starred', async ({ page }) => {
    await page.goto('./models/openai/gpt-4o/');
    await page.getByRole('button', { name: 'Star', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('modeldex-stars') ?? ''))
      .toContain('"capturedAt"');
  });

  test(`${ALL_TAGS} shows changed models first, each change with both prices`, async ({ page }) => {
    await changedList(page);
    await expect(section(page, 'changed').getByRole('heading')).toHaveText('Changed since 12 Aug 2026');
    await expect(row(page, LUNA)).toContainText('Input $0.10 → $0.20 and output $0.60 → $1.20');
    await expect(row(page, LUNA).locator('.tag').first()).toHaveText(/↑.100%/);
    await expect(row(page, RETIRED)).toContainText('Not listed any more since');
    await expect(row(page, RETIRED).getByRole('link').nth(1)).toHaveText('Claude Sonnet 5');
    await expect(section(page, 'same').locator('[data-model-id]')).toHaveCount(2);
    await expect(row(page, 'openrouter/auto')).toContainText('dynamic');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('names the day of a removal that was announced meanwhile', async ({ page }) => {
    await starAll(page, ['inclusionai/ring-2.6-1t']);
    await expect(row(page, 'inclusionai/ring-2.6-1t')).toContainText('Removal 24 Aug 2026, in 2 days.');
    await wasOnce(page, 'inclusionai/ring-2.6-1t', { expiration: null });
    await page.reload();
    await expect(section(page, 'changed')).toContainText('Removal announced: 24 Aug 2026, in 2 days.');
    await expect(section(page, 'changed')).toContainText('Possible replacement:');
  });

  test('keeps a change on a reload, until it is marked as seen by the keyboard', async ({ page }) => {
    await changedList(page);
    await page.reload();
    await expect(summary(page)).toContainText('2 with changes');
    await page.getByRole('button', { name: 'Mark as seen' }).focus();
    await page.keyboard.press('Enter');
    await expect(summary(page)).toHaveText('4 models, none with a change since your last visit.');
    await expect(summary(page)).toBeFocused();
    await expect(section(page, 'changed')).toBeHidden();
    await page.reload();
    await expect(summary(page)).toContainText('none with a change');
  });

  test('@desktop @phone removes a model and takes it back to its place', async ({ page }) => {
    await changedList(page);
    const before = await kept(page);
    await page.getByRole('button', { name: 'Remove GPT-5.6 Luna from my list' }).click();
    const undo = page.getByRole('button', { name: 'Undo removing' });
    await expect(undo).toBeFocused();
    expect(await kept(page)).not.toContain(LUNA);
    await page.keyboard.press('Enter');
    await expect(row(page, LUNA)).toContainText('Input $0.10 → $0.20');
    expect(await kept(page)).toEqual(before);
    await expect(row(page, LUNA).getByRole('button')).toBeFocused();
  });

  test('shows the cost a month of the workload that is set, or why there is none', async ({ page }) => {
    await starAll(page, [LUNA, 'openrouter/auto', RETIRED]);
    await page.evaluate(() => {
      localStorage.setItem('modeldex-workload', 'wi=1000&wo=500&wr=1000');
    });
    await page.reload();
    // 1,000 × (1,000 × $0.20 + 500 × $1.20) / 1,000,000
    await expect(row(page, LUNA)).toHaveAttribute('data-cost', '0.8');
    await expect(row(page, LUNA)).toContainText('$0.80a month');
    await expect(row(page, RETIRED)).toContainText('at its last prices');
    await expect(row(page, 'openrouter/auto')).toContainText(
      'No cost: The price depends on the model that answers.',
    );
    await expect(row(page, 'openrouter/auto')).not.toHaveAttribute('data-cost');
  });

  test('offers the comparison of its first six models', async ({ page }) => {
    const ids = [
      'openai/gpt-4o',
      LUNA,
      RETIRED,
      'openai/gpt-5',
      'openai/gpt-5-mini',
      'openai/gpt-5-nano',
      'z-ai/glm-5.2',
    ];
    await starAll(page, ids);
    const link = page.getByRole('link', { name: 'Compare the first 6' });
    const parameters = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams;
    expect(parameters.getAll('m')).toEqual(ids.slice(0, 6));
  });

  test('saves its feeds as OPML, and links to the calendars of its authors', async ({ page }) => {
    await starAll(page, [LUNA, 'z-ai/glm-5.2']);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Feeds (OPML)' }).click();
    const opml = readFileSync(await (await download).path(), 'utf8');
    const feeds = [...opml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, address = '']) => address);
    expect(feeds).toHaveLength(2);
    for (const feed of feeds) expect((await page.request.get(feed)).ok(), feed).toBe(true);
    await page.locator('my-list summary', { hasText: 'Calendar' }).click();
    const links = section(page, 'calendars').getByRole('link');
    expect(await links.allTextContents()).toEqual(['Models by OpenAI', 'Models by Z.ai', 'All models']);
    for (const link of await links.all()) {
      const address = (await link.getAttribute('href')) ?? '';
      expect(address).toMatch(/^webcal:/);
      expect((await page.request.get(address.replace('webcal:', 'http:'))).ok(), address).toBe(true);
    }
    expect(await axeViolations(page, { part: 'my-list' })).toEqual([]);
  });

  test('is the same on another device after an export and an import, with its changes', async ({
    page,
    browser,
  }) => {
    await changedList(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export (JSON)' }).click();
    const path = await (await download).path();
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.locator('input[type=file]').setInputFiles(path);
    await expect(result(other)).toHaveText('Found 4 ids: 3 can be added, 1 is retired.');
    await other.getByRole('button', { name: 'Add the retired' }).click();
    await other.getByRole('button', { name: 'Add all 3' }).click();
    await expect(summary(other)).toHaveText('4 models, 2 with changes since your last visit on 12 Aug 2026.');
    await expect(row(other, LUNA)).toContainText('Input $0.10 → $0.20');
    await other.close();
  });
});

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

test.describe('stars in search results', () => {
  test('@desktop @phone a press of the star does not follow the result', async ({ page }) => {
    await page.goto('./search/?q=gpt-4o');
    const option = page.locator('[data-search-result][data-model-id="openai/gpt-4o"]');
    await option.locator('[data-act=star]').click();
    await expect(option.locator('[data-act=star]')).toHaveAttribute('data-on', '');
    await expect(page).toHaveURL(/\/search\/\?q=gpt-4o$/);
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the keyboard stars the active result of the search dialog', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('gpt-4o');
    await expect(page.locator('dialog [data-search-result][aria-selected=true]')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const button = page.locator('dialog').getByRole('button', { name: 'Star GPT-4o', exact: true });
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press('Tab');
      if (await button.evaluate((one) => one === document.activeElement)) break;
    }
    await expect(button).toBeFocused();
    expect(await axeViolations(page, { part: 'dialog' })).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
  });
});

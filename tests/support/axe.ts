import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rows of long lists that repeat the kinds of earlier rows. Axe would need seconds for them. */
const MORE_OF_THE_SAME = [
  'tbody:nth-of-type(n + 30)',
  'tr:nth-of-type(n + 30)',
  'li:nth-of-type(n + 30)',
  '[data-part=day]:nth-of-type(n + 4)',
].join();

export interface AxeScope {
  /** A selector: only within it. */
  readonly part?: string;
  /** Only these rules, in place of all that WCAG 2.2 AA and good practice ask. */
  readonly rules?: readonly string[];
}

/** Violations found by axe: the rule and the first element. Changes the page: long lists are cut. */
export async function axeViolations(page: Page, { part, rules }: AxeScope = {}): Promise<string[][]> {
  // Only the violations are read. The legacy mode checks in the page itself, not in one more that it opens.
  // It leaves out frames of other origins, which no page has.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (rules) builder.withRules([...rules]);
  else builder.withTags(ALL_RULES);
  if (part !== undefined) builder.include(part);
  await page.locator(MORE_OF_THE_SAME).evaluateAll((rows) => {
    for (const row of rows) row.remove();
  });
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? '']);
}

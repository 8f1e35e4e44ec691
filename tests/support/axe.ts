import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rows of long lists that say nothing new: their kinds stand among those before. */
const MORE_OF_THE_SAME = [
  'tbody:nth-of-type(n + 40)',
  'tr:nth-of-type(n + 60)',
  'li:nth-of-type(n + 60)',
  '.day:nth-of-type(n + 6)',
];

export interface AxeScope {
  /** A selector: only within it. */
  readonly part?: string;
  /** Only these rules, in place of all that WCAG 2.2 AA and good practice ask. */
  readonly rules?: readonly string[];
}

/** What axe holds against a page: the rule and the first element. */
export async function axeViolations(page: Page, { part, rules }: AxeScope = {}): Promise<string[][]> {
  const builder = new AxeBuilder({ page });
  if (rules) builder.withRules([...rules]);
  else builder.withTags(ALL_RULES);
  if (part !== undefined) builder.include(part);
  for (const rows of MORE_OF_THE_SAME) builder.exclude(rows);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? '']);
}

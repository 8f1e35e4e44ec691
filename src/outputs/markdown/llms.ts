import { CATEGORIES, CATEGORY_NAMES } from '../../catalog/categories.ts';
import { capitalize, date } from '../../catalog/figures.ts';
import { countGroups } from '../../catalog/group.ts';
import { modalityInfo } from '../../catalog/modalities.ts';
import { listedCount, models, modelsInCategory, snapshot } from '../../site/queries/catalog.ts';
import { recentChanges } from '../../site/queries/changes.ts';
import { retiredModels } from '../../site/queries/history.ts';
import { outputs } from '../../site/queries/outputs.ts';
import { retiringByUse } from '../../site/queries/retiring.ts';
import {
  absoluteUrl,
  categoryPath,
  listMarkdownPath,
  modelMarkdownPath,
  outputPath,
} from '../../site/urls.ts';
import { countWords } from '../../site/words/counts.ts';
import { changesList, modelsTable, PRICE_UNIT, retiredTable, retiringTable } from './lists.ts';
import { bullets, code, document, heading, paragraph, raw, section, type Inline } from './markup.ts';
import { SOURCE } from './model-markdown.ts';

/** `/llms.txt` by its convention: a title, a summary, then sections of links. `site` is that of this site. */
export async function llmsText(site: URL | undefined): Promise<string> {
  const to = linker(site);
  const given = (await outputs()).filter(({ groups }) => groups.length > 0);
  return document(
    ...(await opening()),
    section(
      'Models and lists, as Markdown',
      bullets([
        to('All listed models', '/models/index.md', 'id, prices, context, modalities and features of each'),
        to('Retired models', '/retired/index.md', 'when they were removed, and their last prices'),
        to('Retiring models', '/retiring/index.md', 'listed models with a removal date, and replacements'),
        to('Changes', '/changes/index.md', 'what changed in the last 30 days'),
        to('Authors', '/authors/index.md', 'the lists of each author'),
      ]),
    ),
    section(
      'Most used models for each kind of work',
      bullets(
        CATEGORY_NAMES.map((name) =>
          to(CATEGORIES[name].label, listMarkdownPath(categoryPath(name)), CATEGORIES[name].about),
        ),
      ),
    ),
    section(
      'Models by what they give',
      bullets(
        given.map(({ output, groups }) =>
          to(
            capitalize(modalityInfo(output).noun),
            listMarkdownPath(outputPath(output)),
            countWords(countGroups(groups)),
          ),
        ),
      ),
    ),
    section(
      'Data',
      bullets([
        to(
          'Catalog',
          '/api/v1/catalog.json',
          'every listed model as JSON: prices with kind and unit, tiers, ranks',
        ),
        to('Models in OpenRouter’s format', '/api/v1/models.json', 'for programs that read its endpoint'),
        to('Changes', '/api/v1/changes.json', 'every change on record'),
        to('Retired models', '/api/v1/retired.json', 'with their last known facts'),
        to('SQLite', '/data/modeldex.sqlite', 'models and the whole price history; also as CSV and Parquet'),
      ]),
    ),
    section(
      'Optional',
      bullets([to('Everything in one file', '/llms-full.txt', 'all lists above, without their documents')]),
    ),
  );
}

/** `/llms-full.txt`: the lists themselves. */
export async function llmsFullText(site: URL | undefined): Promise<string> {
  const addressOf = (id: string): string => absoluteUrl(modelMarkdownPath(id), site);
  const used = await Promise.all(
    CATEGORY_NAMES.map(async (name): Promise<readonly Inline[]> => {
      const [first, ...more] = (await modelsInCategory(name)).slice(0, TOP);
      if (first === undefined)
        return [`${CATEGORIES[name].label}: no order: it could not be loaded when this site was built`];
      return [
        `${CATEGORIES[name].label}: `,
        code(first.id),
        ...more.flatMap(({ id }): Inline[] => [', ', code(id)]),
      ];
    }),
  );
  return document(
    ...(await opening()),
    PRICE_UNIT,
    section('Listed models, most used first', modelsTable(await models(), addressOf)),
    section('First ten models for each kind of work', bullets(used)),
    section('Retiring models', retiringTable(await retiringByUse(), addressOf)),
    section('Changes of the last 30 days', changesList(await recentChanges())),
    section('Retired models', retiredTable(await retiredModels(), addressOf)),
  );
}

const TOP = 10;

async function opening(): Promise<readonly string[]> {
  const { capturedAt } = await snapshot();
  const summary = `A catalog of every AI model that OpenRouter lists, with prices, limits, features, ranks by use and price history: ${countWords(await listedCount())}, as of ${date(capturedAt)}.`;
  return [
    heading(1, 'Modeldex'),
    `> ${paragraph(summary)} ${SOURCE}`,
    paragraph(
      'Every page of a model is there as Markdown and as JSON: put ',
      raw('`.md` or `.json`'),
      ' in the place of the last slash of its address.',
    ),
  ];
}

function linker(site: URL | undefined) {
  return (text: string, path: string, about: string): readonly Inline[] => [
    raw(`[${text}](${absoluteUrl(path, site)}): `),
    about,
  ];
}

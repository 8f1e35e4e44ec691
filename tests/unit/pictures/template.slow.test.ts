import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { LEDGER_FOLDER } from '../../../src/files/data-paths.ts';
import type { PictureContent } from '../../../src/pictures/content.ts';
import { canDraw } from '../../../src/pictures/drawable.ts';
import { PICTURE_SIZE } from '../../../src/pictures/file.ts';
import { modelContent } from '../../../src/pictures/model-content.ts';
import { textsOf } from '../../../src/pictures/nodes.ts';
import { pictureNode } from '../../../src/pictures/template.ts';
import { loadSnapshot } from '../../../src/upstream/load.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';
import { frozenWideModels } from '../../support/frozen-models.ts';
import { loadHistory } from '../../support/load-history.ts';
import { linesOf } from '../../support/measure-picture.ts';
import { FROZEN_CAPTURE, ROOT } from '../../support/paths.ts';

const NOW = '2026-08-22T00:00:00.000Z';
const LISTED = { kind: 'listed' } as const;
const RETIRED = {
  kind: 'retired',
  when: { after: '2026-07-01T00:00:00.000Z', by: NOW, isDated: false },
} as const;
const MARGIN = 40;

/** Pictures of every listed model, as listed and as retired, and of the models of all outputs. */
let contents: readonly PictureContent[];

beforeAll(async () => {
  const config = readConfig({ CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: FROZEN_CAPTURE });
  const snapshot = await loadSnapshot(config, { root: ROOT });
  const history = await loadHistory(join(ROOT, LEDGER_FOLDER), snapshot);
  contents = [
    ...snapshot.models.map((model) => modelContent(model, LISTED, history.historyOf(model.id), NOW)),
    // Their words are longer.
    ...snapshot.models.map((model) => modelContent(model, RETIRED, history.historyOf(model.id), NOW)),
    ...(await frozenWideModels()).map((model) => modelContent(model, LISTED, null, NOW)),
  ];
}, 60_000);

/** What does not fit: texts that leave the margins, and figures and remarks that are cut. */
async function problemsOf(content: PictureContent): Promise<readonly string[]> {
  const texts = await linesOf(pictureNode(content));
  const shown = new Set(texts.map((lines) => squeezed(lines.map(({ text }) => text).join(''))));
  const uncut = [
    ...content.facts.flatMap(({ label, value, unit }) => [label, value, unit]),
    ...content.remarks,
  ];
  const below = content.facts.map(({ label, value, unit }) => squeezed(`${label}: ${value} ${unit}`));
  return [
    ...texts
      .flat()
      .filter(
        ({ right, bottom }) => right > PICTURE_SIZE.width - MARGIN || bottom > PICTURE_SIZE.height - MARGIN,
      )
      .map(({ text }) => `outside: ${text}`),
    ...uncut
      .map(squeezed)
      .filter((text) => text !== '' && !shown.has(text))
      .filter((text) => !below.some((line) => shown.has(line) && line.includes(text)))
      .map((text) => `cut: ${text}`),
  ].map((problem) => `${content.title}: ${problem}`);
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

describe('the template of the pictures', () => {
  it('fits everything that it shows of every model, and cuts no price', async () => {
    expect(contents.length).toBeGreaterThan(1_200);
    expect(contents.filter(({ chart }) => chart !== null).length).toBeGreaterThan(50);
    const problems: string[] = [];
    for (const content of contents) problems.push(...(await problemsOf(content)));
    expect(problems).toEqual([]);
  });

  it('cuts no title of the listed models', async () => {
    const cut: string[] = [];
    for (const { title, ...content } of contents) {
      const texts = await linesOf(pictureNode({ ...content, title }));
      const shown = texts.map((lines) => squeezed(lines.map(({ text }) => text).join('')));
      if (!shown.includes(squeezed(title))) cut.push(title);
    }
    expect(cut).toEqual([]);
  });

  it.each<[what: string, sketch: ModelSketch]>([
    ['a name of 200 characters', { name: 'Long name '.repeat(20).trim() }],
    ['a name of 200 wide letters without spaces', { name: 'W'.repeat(200) }],
    ['an author of 200 characters', { author: { slug: 'maker', name: 'Author '.repeat(28) } }],
    ['a hostile name', { name: '<svg onload=alert(1)>"&amp;</text>' }],
    ['very long prices', { prices: { input: '0.123456789012345', output: '12345.678901234567' } }],
    [
      'long prices under a long name',
      {
        name: 'Long name '.repeat(20),
        expiration: '2026-12-31',
        prices: { input: '0.000413772111', output: '0.000613772111', request: '0.123456' },
        tiers: [
          {
            when: [{ kind: 'prompt-above', tokens: 272_000 }],
            prices: { input: '0.001413772', output: '0.002413772' },
          },
        ],
      },
    ],
  ])('keeps %s inside the picture and cuts no price', async (_, sketch) => {
    expect(await problemsOf(modelContent(aModel('maker/model', sketch), LISTED, null, NOW))).toEqual([]);
  });

  it('draws text as text, whatever it holds', () => {
    const name = '<svg onload=alert(1)>"&amp;</text>';
    const tree = pictureNode(modelContent(aModel('maker/model', { name }), LISTED, null, NOW));
    expect(textsOf(tree)).toContain(name);
  });

  it('holds nothing that the font cannot draw, and no text of upstream in drawings', () => {
    const texts = contents.flatMap((content) => textsOf(pictureNode(content)));
    expect(texts.filter((text) => !canDraw(text))).toEqual([]);
    expect(texts).not.toContain('?');
  });
});

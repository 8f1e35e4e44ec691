import { makeBadge } from 'badge-maker';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { date } from '../../src/catalog/figures.ts';
import { headlineOf } from '../../src/catalog/names.ts';
import { modelRecordSchema, type ModelRecord } from '../../src/outputs/record/record.ts';
import { filesOf, readBuilt, recordFilesOf } from '../support/built-site.ts';
import { FROZEN_CAPTURE } from '../support/paths.ts';
import { rawRowsOf } from '../support/real-captures.ts';
import type { SiteName } from '../support/sites.ts';

/** What shields.io accepts from an endpoint, of which it refuses properties that it does not know. */
const shieldsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string().min(1),
  message: z.string().min(1),
  color: z.string().regex(/^#[\da-f]{6}$/),
  labelColor: z.string().regex(/^#[\da-f]{6}$/),
});

/** Every model with a page, with its badge as it is read. */
const badgesOf = (site: SiteName) =>
  recordFilesOf(site).map((file) => {
    const path = file.replace(/\.json$/, '');
    const record = modelRecordSchema.parse(JSON.parse(readBuilt(site, file)));
    const shields = shieldsSchema.parse(JSON.parse(readBuilt(site, `${path}.shields.json`)));
    return { path, record, shields, svg: readBuilt(site, `${path}.svg`) };
  });

const plain = badgesOf('plain');
const rows = new Map(
  z
    .array(
      z.looseObject({
        id: z.string(),
        pricing: z.looseObject({ prompt: z.string(), completion: z.string() }),
        expiration_date: z.string().nullish(),
      }),
    )
    .parse(rawRowsOf(FROZEN_CAPTURE))
    .map((row) => [row.id, row]),
);

describe('badges', () => {
  it.each(['plain', 'hostile'] as const)(
    'are beside every record of the site "%s", and nowhere else',
    (site) => {
      const paths = recordFilesOf(site).map((file) => file.replace(/\.json$/, ''));
      expect(paths.length).toBeGreaterThan(20);
      for (const ending of ['.svg', '.shields.json']) {
        expect(filesOf(site, `models/**/*${ending}`)).toEqual(paths.map((path) => path + ending).toSorted());
      }
    },
  );

  it.each(['plain', 'hostile'] as const)(
    'are XML with the text of the file for shields.io and nothing else in the site "%s"',
    (site) => {
      const odd = (site === 'plain' ? plain : badgesOf(site)).filter(({ svg, shields, record }) => {
        const { names, texts, label } = read(svg);
        const { label: name, message, color, labelColor } = shields;
        const text = `${shields.label}: ${shields.message}`;
        return (
          makeBadge({ label: name, message, color, labelColor }) !== svg ||
          label !== text ||
          [...names].some((one) => !BADGE_ELEMENTS.has(one)) ||
          [...texts].some((one) => ![text, shields.label, shields.message].includes(one)) ||
          !headlineOf(record).startsWith(shields.label.replace(/…$/, ''))
        );
      });
      expect(odd.map(({ path }) => path).slice(0, 10)).toEqual([]);
    },
  );

  it('have the prices of the capture, and the date of those that are retiring', () => {
    const listed = plain.filter(({ record }) => rows.has(record.id));
    expect(listed).toHaveLength(rows.size);
    const odd = listed.filter(({ record: { id }, shields: { message } }) => {
      const { pricing, expiration_date: removal } = rows.get(id) ?? {};
      if (removal != null && !removal.startsWith('2098')) return !message.endsWith(date(removal));
      const [input, output] = [Number(pricing?.prompt) * 1e6, Number(pricing?.completion) * 1e6];
      if (input < 0) return message !== 'price dynamic';
      if (input === 0 && output === 0) return !['free', 'price not given'].includes(message);
      const [, inText = '', outText = ''] = /^\$([\d.,]+) in, \$([\d.,]+) out/.exec(message) ?? [];
      return !isRounded(inText, input) || !isRounded(outText, output);
    });
    expect(odd.map(({ record, shields }) => `${record.id}: ${shields.message}`).slice(0, 10)).toEqual([]);
  });

  it('say where a listed model has other prices for long prompts or at some hours', () => {
    const silent = plain.filter(({ record, shields }) => {
      const hasTiers = record.tiers.some(({ prices }) => prices.input ?? prices.output);
      return record.status.kind === 'listed' && hasTiers !== shields.message.includes('other prices');
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('have the day of removal of every retired model, and no price', () => {
    const retired = plain.filter(({ record }) => record.status.kind === 'retired');
    expect(retired.length).toBeGreaterThan(500);
    const odd = retired.filter(
      ({ record, shields: { message } }) =>
        !message.startsWith('retired') || !message.endsWith(dayOf(record)) || message.includes('$'),
    );
    expect(odd.map(({ path }) => path).slice(0, 10)).toEqual([]);
  });
});

const BADGE_ELEMENTS = new Set([
  ...['svg', 'title', 'filter', 'feGaussianBlur', 'linearGradient', 'stop', 'clipPath', 'rect', 'g', 'text'],
]);

/** The elements and the texts of a badge; throws where it is not XML. */
function read(svg: string) {
  const names = new Set<string>();
  const texts = new Set<string>();
  let label = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.add(name);
    label ||= attributes['aria-label'] ?? '';
  });
  parser.on('text', (text) => texts.add(text));
  parser.write(svg).close();
  return { names, texts, label };
}

/** Whether a text is a number rounded to three digits. */
const isRounded = (text: string, value: number): boolean =>
  text !== '' && Math.abs(Number(text.replaceAll(',', '')) - value) <= value * 0.005;

function dayOf({ status }: ModelRecord): string {
  return status.kind === 'retired' ? date(status.by) : '';
}

import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { badgeOf, badgeSvg, shieldsAnswer } from '../../../src/outputs/badge.ts';
import type { Paged } from '../../../src/outputs/paged-models.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const NOW = '2026-08-22T00:00:00.000Z';
const listed = (sketch: ModelSketch = {}, id = 'maker/a'): Paged => ({
  kind: 'listed',
  model: aModel(id, { name: 'A', ...sketch }),
});
const messageOf = (paged: Paged): string => badgeOf(paged, NOW).message;
const between = (isDated: boolean) => ({
  after: '2026-08-01T00:00:00.000Z',
  by: '2026-08-20T00:00:00.000Z',
  isDated,
});
const retired = (isDated: boolean, renamedTo: string | null = null): Paged => {
  const model = aModel('maker/a', { name: 'A' });
  return { kind: 'retired', model, retired: { model, gone: between(isDated), renamedTo } } as Paged;
};

describe('badgeOf', () => {
  it('gives a listed model its price', () => {
    expect(badgeOf(listed(), NOW)).toMatchObject({ label: 'A', message: '$1.00 in, $2.00 out / M tokens' });
  });

  it('gives a retiring model its date, and says so where the date has passed', () => {
    expect(messageOf(listed({ expiration: '2026-08-24' }))).toBe('retiring Aug 24, 2026');
    expect(messageOf(listed({ expiration: '2026-08-22' }))).toBe('retiring Aug 22, 2026');
    expect(messageOf(listed({ expiration: '2026-08-01' }))).toBe('listed, but removal was due Aug 1, 2026');
    expect(messageOf(listed({ expiration: '2026-09-30' }, 'maker/a:free'))).toBe(
      'free offer ends Sep 30, 2026',
    );
  });

  it('says when a retired model was removed or renamed', () => {
    expect(messageOf(retired(true))).toBe('retired Aug 20, 2026');
    expect(messageOf(retired(false))).toBe('retired some time between Aug 1, 2026 and Aug 20, 2026');
    expect(messageOf(retired(true, 'maker/b'))).toBe('retired: renamed Aug 20, 2026');
  });

  it('says when a model was last seen that was not asked for', () => {
    const model = aModel('maker/a');
    const known = { model, lastSeen: '2026-08-05T00:00:00.000Z', reason: 'scope' };
    expect(messageOf({ kind: 'not-asked-for', model, known } as Paged)).toBe('last seen Aug 5, 2026');
  });

  it('cuts a long name without cutting a character', () => {
    const { label } = badgeOf(listed({ name: '😀'.repeat(200) }), NOW);
    expect(label).toBe(`${'😀'.repeat(59)}…`);
  });
});

describe('badgeSvg', () => {
  it.each(['</text><script>alert(1)</script>', '<!-- & ]]> --', '" onload="alert(1)', '模型 😀 نموذج'])(
    'holds the name %s as text alone',
    (name) => {
      const { names, texts } = parse(badgeSvg(badgeOf(listed({ name }), NOW)));
      expect(texts).toContain(name);
      expect(new Set(names)).toEqual(
        new Set([
          ...['svg', 'title', 'filter', 'feGaussianBlur', 'linearGradient', 'stop', 'clipPath', 'rect'],
          ...['g', 'text'],
        ]),
      );
    },
  );

  it('has its text as a title and as the name of the picture', () => {
    const { texts, root } = parse(badgeSvg(badgeOf(listed(), NOW)));
    expect(root).toMatchObject({ role: 'img', 'aria-label': 'A: $1.00 in, $2.00 out / M tokens' });
    expect(texts).toContain('A: $1.00 in, $2.00 out / M tokens');
  });

  it.each([listed(), listed({ expiration: '2026-08-24' }), retired(true)])(
    'has white text with a contrast of at least 4.5:1',
    (paged) => {
      const { color, labelColor } = shieldsAnswer(badgeOf(paged, NOW));
      for (const background of [color, labelColor]) expect(contrastToWhite(background)).toBeGreaterThan(4.5);
    },
  );
});

function parse(svg: string) {
  const names: string[] = [];
  const texts: string[] = [];
  let root: Readonly<Record<string, string>> | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ??= attributes;
    names.push(name);
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return { names, texts, root };
}

/** By WCAG, of a color such as `#0b5d6b`. */
function contrastToWhite(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

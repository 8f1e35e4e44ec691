import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { describe as describeModel, metaDescription } from '../../../src/catalog/describe.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { readConfig } from '../../../src/config.ts';
import { loadSnapshot } from '../../../src/upstream/load.ts';
import { aModel } from '../../support/a-model.ts';

const NOW = '2026-08-22T12:00:00.000Z';
const describe = (model: Model): string => describeModel(model, { base: null, now: NOW });

const author = { slug: 'google', name: 'Google' };
const reasoning = {
  mandatory: true,
  defaultEnabled: null,
  defaultEffort: null,
  efforts: [],
  tokenBudget: null,
};

group('the description made from facts', () => {
  it('says what a model takes and returns, its limits and its capabilities', () => {
    const model = aModel('google/gemini-2.5-pro', {
      author,
      reasoning,
      parameters: ['tools', 'structured_outputs'],
      inputModalities: ['text', 'image', 'file', 'audio', 'video'],
      context: 1_048_576,
      maxOutput: 65_536,
    });
    expect(describe(model)).toBe(
      'A reasoning model by Google that takes text, images, files, audio and video and answers in text. ' +
        'It reads 1.05M tokens and writes up to 66K, calls tools, and follows a JSON Schema.',
    );
  });

  it('describes a plain open-weight model', () => {
    expect(describe(aModel('a/m', { huggingFaceId: 'a/m', context: 8192, maxOutput: 8192 }))).toBe(
      'An open-weight model by a that takes text and answers in text. It reads 8.2K tokens.',
    );
  });

  it('describes a router', () => {
    const router = aModel('openrouter/auto', {
      prices: { input: '-1', output: '-1' },
      outputModalities: ['image', 'text'],
      context: 2_000_000,
    });
    expect(describe(router)).toBe(
      'A router by openrouter that takes text and answers in text and images. It picks a model for each request, ' +
        'and the request costs what that model costs. It reads 2M tokens.',
    );
  });

  it('describes a router that is itself free', () => {
    const free = aModel('openrouter/free', { prices: { input: '0', output: '0' }, tokenizer: 'Router' });
    expect(describe(free)).toBe(
      'A router by openrouter that takes text and answers in text. It picks a model for each request. ' +
        'It reads 131K tokens. It costs nothing.',
    );
  });

  it('describes an alias with and without a target', () => {
    const target = { id: 'z-ai/glm-5.3', name: 'Z.ai: GLM 5.3' };
    expect(describe(aModel('~z-ai/glm-latest', { aliasTarget: target }))).toBe(
      'An alias by z-ai that always stands for the newest model of its family, at present GLM 5.3. ' +
        'What it costs and does changes with what it stands for.',
    );
    expect(describe(aModel('~z-ai/glm-latest'))).toContain('the newest model of its family. What');
  });

  it('describes a free variant with a removal date', () => {
    const free = aModel('a/m:free', { prices: { input: '0', output: '0' }, expiration: '2026-08-24' });
    expect(describe(free)).toMatch(
      /^The free variant of a model by a that takes text and answers in text\. It reads 131K tokens\. Costs nothing, /,
    );
    expect(describe(free)).toMatch(/The free offer is scheduled to end on Aug 24, 2026\.$/);
    expect(describe(free).match(/costs nothing/gi)).toHaveLength(1);
  });

  it('says that a model is free, or that its price is not given', () => {
    expect(describe(aModel('a/m', { prices: { input: '0', output: '0' } }))).toContain('It costs nothing.');
    expect(describe(aModel('a/m', { prices: {} }))).toContain('OpenRouter gives no price for this.');
    const music = aModel('a/m', { prices: { input: '0', output: '0' }, outputModalities: ['text', 'audio'] });
    expect(describe(music)).toContain('endpoint does not give this price');
    expect(describe(music)).not.toContain('costs nothing');
  });

  it.each([
    [['image'], 'An image model by a that takes text and returns images.'],
    [['embeddings'], 'An embedding model by a that takes text and returns embeddings.'],
    [['rerank'], 'A reranking model by a that takes text and returns relevance scores.'],
    [['text', 'image'], 'A model by a that takes text and answers in text and images.'],
    [[], 'A model by a that takes text.'],
    [['smell'], 'A model by a that takes text and returns smell.'],
  ])('names a model after its output %s', (outputModalities, sentence) => {
    expect(describe(aModel('a/m', { outputModalities }))).toMatch(sentence);
  });

  it('names no modality when upstream names none', () => {
    const bare = aModel('a/m', { inputModalities: [], outputModalities: [] });
    expect(describe(bare)).toBe('A model by a. It reads 131K tokens.');
    expect(metaDescription(bare)).not.toMatch(/\btext\b/);
    expect(describe(aModel('a/m', { inputModalities: [] }))).toMatch(/^A model by a that answers in text\. /);
  });

  it('says that a removal date has passed only from the next day on', () => {
    const model = aModel('a/m', { expiration: '2026-08-22' });
    expect(describe(model)).toMatch(/ Scheduled removal on Aug 22, 2026\.$/);
    expect(describeModel(model, { base: null, now: '2026-08-23T00:00:00.000Z' })).toMatch(
      / Scheduled removal on Aug 22, 2026 has passed; still listed as of Aug 23, 2026\.$/,
    );
  });

  it('says that a max output above the context is cut by the context', () => {
    expect(describe(aModel('a/m', { context: 8192, maxOutput: 16_384 }))).toContain(
      'It reads 8.2K tokens. Its listed max output of 16K tokens is cut by its context.',
    );
    expect(describe(aModel('a/m', { context: 8192, maxOutput: 8192 }))).not.toContain('cut');
  });

  it('leaves out when the model was first listed', () => {
    expect(describe(aModel('a/m', { addedAt: '2025-06-17T14:12:24.000Z' }))).not.toMatch(/2025|since/);
  });

  it('leaves out a limit that is not stated', () => {
    expect(describe(aModel('a/m', { context: null }))).toBe(
      'A model by a that takes text and answers in text.',
    );
  });
});

group('the meta description', () => {
  it('starts with name and id, then the price', () => {
    const model = aModel('google/gemini-2.5-pro', {
      name: 'Gemini 2.5 Pro',
      author,
      prices: { input: '0.00000125', output: '0.00001' },
      inputModalities: ['text', 'image'],
      context: 1_048_576,
    });
    expect(metaDescription(model)).toBe(
      'Gemini 2.5 Pro (google/gemini-2.5-pro) by Google: $1.25 in, $10.00 out per million tokens; 1.05M tokens of context.',
    );
  });

  it.each([
    [['text'], { input: '0', output: '0.000002' }, 'free in, $2.00 out per million tokens'],
    [['embeddings'], { input: '0.00000002', output: '0' }, '$0.02 in per million tokens'],
    [['speech'], { input: '0.00002', output: '0' }, 'a price whose unit is not stated'],
    [
      ['image'],
      { input: '0', output: '0', imageOutput: '0.00003', imageToken: '0.00003' },
      '$30.00 out per million image tokens',
    ],
    [['image'], { input: '0', output: '0', imageOutput: '0.00003' }, 'a price whose unit is not stated'],
    [['text'], {}, 'no price listed'],
  ])('gives the price that a model with outputs %s bills', (outputModalities, prices, words) => {
    expect(metaDescription(aModel('a/m', { outputModalities, prices }))).toContain(`: ${words};`);
  });

  it('has at most 155 characters and differs between any two ids', () => {
    const slugs = fc.stringMatching(/^[a-z0-9.-]{1,200}$/);
    const openings = fc.constantFrom('', 'Gone since Aug 24, 2026. ');
    fc.assert(
      fc.property(slugs, fc.string(), openings, (slug, name, opening) => {
        const text = metaDescription(aModel(`a/${slug}`, { name }), opening);
        expect(text.startsWith(opening)).toBe(true);
        expect(text.length).toBeLessThanOrEqual(155);
        expect(text).not.toBe(metaDescription(aModel(`a/${slug}:free`, { name }), opening));
      }),
    );
  });

  it('writes a complete and unique sentence for every model of the embedded capture', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const { models } = await loadSnapshot(readConfig({ CATALOG_SOURCE: 'capture' }), { root });
    const texts = models.map((model) => metaDescription(model));
    expect(new Set(texts).size).toBe(models.length);
    for (const text of [...texts, ...models.map((model) => describe(model))]) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|— |\.\.| {2}/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { attributes, fromPages, readPage, type BuiltPage } from '../support/built-site.ts';
import { builtIds, MODEL_ROWS, modelRow } from '../support/model-rows.ts';
import { wideCapture } from '../fixtures/wide-capture.ts';

interface Row {
  readonly id: string;
  readonly architecture: { readonly output_modalities?: readonly string[] } | null;
}

const rows = (JSON.parse(wideCapture()) as { data: Row[] }).data;
const outputsOf = ({ architecture }: Row): readonly string[] => architecture?.output_modalities ?? [];
const idsGiving = (output: string) =>
  rows.filter((row) => outputsOf(row).includes(output)).map(({ id }) => id);

const page = (output: string): BuiltPage => readPage('wide', `outputs/${output}/index.html`);
const modelPage = (id: string): BuiltPage => readPage('wide', `models/${id.replace(':', '/')}/index.html`);
const rowIds = (built: BuiltPage, within = ''): string[] => builtIds(built, `${within} ${MODEL_ROWS}`);
const headers = ({ $ }: BuiltPage): string[] =>
  $('th[data-key], thead th')
    .toArray()
    .map((th) => $(th).children().first().text());
const sectionOf = ({ $ }: BuiltPage, title: string) =>
  $('[data-part=output]').filter((_, section) => $(section).find('h2').text().trim().startsWith(title));

const OUTPUTS = [
  'text',
  'image',
  'audio',
  'video',
  'speech',
  'transcription',
  'embeddings',
  'rerank',
  'decisions',
  'smell',
];

describe('the pages of outputs', () => {
  it.each(OUTPUTS)('list every model that gives %s exactly once', (output) => {
    const listed = rowIds(page(output));
    expect(listed.toSorted()).toEqual(idsGiving(output).toSorted());
    expect(listed.length).toBeGreaterThan(0);
  });

  it('are linked from the overview, from each other and from the list of all models', () => {
    const links = (built: BuiltPage) => new Set(attributes(built, 'main a', 'href'));
    for (const output of OUTPUTS) {
      expect(links(readPage('wide', 'outputs/index.html'))).toContain(`/outputs/${output}/`);
      expect(links(page('video'))).toContain(`/outputs/${output}/`);
    }
    expect(links(readPage('wide', 'models/index.html'))).toContain('/outputs/');
  });

  it('have no output price and no max output for embeddings', () => {
    const found = headers(page('embeddings'));
    expect(found).toContain('Text input');
    expect(found).toContain('Max input');
    expect(found).not.toContain('Output');
    expect(found).not.toContain('Max output');
  });

  it('show no price for video models, and link to OpenRouter’s page of each', () => {
    const built = page('video');
    const table = built.$('table[data-models]');
    expect(table.text()).not.toContain('$');
    expect(table.find('tbody tr').length).toBe(idsGiving('video').length);
    expect(attributes(built, 'table[data-models] td a', 'href').toSorted()).toEqual(
      idsGiving('video')
        .map((id) => `https://openrouter.ai/${id}`)
        .toSorted(),
    );
  });

  it('sort transcription that is billed per token, but no price whose unit is not stated', () => {
    const built = page('transcription');
    const priced = sectionOf(built, 'Billed per token');
    expect(
      priced
        .find(MODEL_ROWS)
        .toArray()
        .map((row) => built.$(row).find('th code').text()),
    ).toEqual(['openai/gpt-4o-mini-transcribe', 'openai/gpt-4o-transcribe']);
    expect(priced.find('[aria-sort]').attr('data-key')).toBe('input');
    const unstated = sectionOf(built, 'Unit not stated');
    expect(unstated.find(MODEL_ROWS).length).toBe(11);
    expect(unstated.find('[data-key=input]').length).toBe(0);
    expect(unstated.text()).toContain('without their unit');
    expect(unstated.find(`${modelRow('openai/whisper-1')} td code`).text()).toContain('0.006');
    expect(unstated.find('table').text()).not.toContain('$');
  });

  it('say what a price per image token does not tell, and do not sort by it', () => {
    const built = page('image');
    expect(built.$('main').text()).toContain('does not tell which picture is cheapest');
    expect(sectionOf(built, 'Billed per token').find('[aria-sort]').attr('data-key')).toBe('newest');
    expect(sectionOf(built, 'Unit not stated').find(MODEL_ROWS).length).toBe(3);
  });

  it('say when an output was not asked for', () => {
    const built = readPage('plain', 'outputs/video/index.html');
    expect(rowIds(built)).toEqual([]);
    expect(built.$('main').text()).toContain('OpenRouter was asked for models that give text');
  });
});

describe('the page of a model with another output', () => {
  const kindsOf = (built: BuiltPage) =>
    attributes(built, '[data-part=prices] td[data-price-kind]', 'data-price-kind');

  it('marks every price cell with its kind of price', () => {
    const kinds = new Set(['amount', 'free', 'dynamic', 'unknown', 'unstated', 'none']);
    const wrong = fromPages('wide', 'models/**/*.html', (built) => {
      const cells = built.$('[data-part=prices] tbody td:not(:last-child)').length;
      const found = kindsOf(built);
      return found.length === cells && found.every((kind) => kinds.has(kind)) ? [] : [built.file];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['openai/whisper-1', ['unstated', 'none']],
    ['google/veo-3.1', ['unknown', 'unknown']],
    ['krea/krea-2-large', ['none', 'none', 'amount', 'amount']],
    ['openai/text-embedding-3-small', ['amount', 'none']],
    ['openrouter/auto', ['dynamic', 'dynamic']],
    ['nvidia/nemotron-3-embed-1b:free', ['free', 'none']],
    ['example/decides', ['unstated', 'none', 'unstated']],
  ])('has the prices of %s', (id, kinds) => {
    expect(kindsOf(modelPage(id))).toEqual(kinds);
  });

  it('shows a price whose unit is not stated as listed', () => {
    const { $ } = modelPage('openai/whisper-1');
    const row = $('[data-part=prices] tbody tr').first().text();
    expect(row).toContain('0.006');
    expect(row).toContain('unit not stated');
    expect($('main').text()).not.toMatch(/\$\d/);
  });

  const useOf = ({ $ }: BuiltPage): string =>
    $('h2')
      .filter((_, heading) => $(heading).text() === 'Use it')
      .parent()
      .text();

  it.each([
    ['openai/gpt-audio', '/chat/completions'],
    ['openai/text-embedding-3-small', '/embeddings'],
    ['krea/krea-2-large', '/images'],
    ['openai/whisper-1', '/audio/transcriptions'],
    ['fish-audio/s2-pro', '/audio/speech'],
    ['google/veo-3.1', '/videos'],
    ['cohere/rerank-v3.5', '/rerank'],
  ])('shows for %s a request to %s, and a chat link only for chat models', (id, path) => {
    const built = modelPage(id);
    expect(useOf(built)).toContain(`https://openrouter.ai/api/v1${path}`);
    const chats = attributes(built, 'a', 'href').filter((href) =>
      href.startsWith('https://openrouter.ai/chat'),
    );
    expect(chats.length).toBe(path === '/chat/completions' ? 1 : 0);
  });

  it('shows no request when none is known to fit, and no chat request for a batch', () => {
    expect(useOf(modelPage('example/decides'))).toBe('');
    const batch = readPage('plain', 'models/z-ai/glm-5.2/batch/index.html');
    expect(useOf(batch)).toContain('Batch API');
    expect(useOf(batch)).not.toContain('chat/completions');
    expect(attributes(batch, 'a', 'href').some((href) => href.includes('/chat?'))).toBe(false);
  });

  it('says nothing of the price history when no price was ever given', () => {
    const text = (id: string) => modelPage(id).$('[data-part=history]').text();
    expect(text('google/veo-3.1')).not.toMatch(/price change|moved/i);
    expect(text('openai/whisper-1')).toContain('No price change is known.');
  });

  const factsOf = ({ $ }: BuiltPage): string[] =>
    $('[data-part=facts] dt')
      .toArray()
      .map((term) => $(term).text());

  it.each([
    ['openai/text-embedding-3-small', ['Input', 'Context']],
    ['krea/krea-2-large', ['Image output', 'Context']],
    ['openai/gpt-image-1', ['Input', 'Output', 'Image output', 'Context']],
    ['openai/whisper-1', ['Input']],
    ['openai/gpt-audio', ['Input', 'Output', 'Context', 'Max output', 'Popularity rank']],
  ])('starts with the facts that %s has', (id, facts) => {
    expect(factsOf(modelPage(id))).toEqual(facts);
  });

  it('names no modality when upstream names none', () => {
    const text = modelPage('example/nameless').$('main').text();
    expect(text).not.toMatch(/takes text|answers in text|gives text/i);
  });

  it('never shows 0 tokens for a length that is not stated', () => {
    const wrong = fromPages('wide', 'models/**/*.html', ({ $, file }) =>
      /(^|[^\d,.])0 tokens/.test($('main').text()) ? [file] : [],
    );
    expect(wrong).toEqual([]);
  });
});

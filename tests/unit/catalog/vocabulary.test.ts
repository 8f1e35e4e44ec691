import { describe, expect, it } from 'vitest';
import { CAPABILITIES, CAPABILITY_KEYS, capabilitiesOf } from '../../../src/catalog/capabilities.ts';
import { instructTypeNote, tokenizerNote } from '../../../src/catalog/field-notes.ts';
import { isModality, modalityInfo, orderModalities } from '../../../src/catalog/modalities.ts';
import { isParameter, parametersByKind, parameterWords } from '../../../src/catalog/parameters.ts';
import { PRICE_KEYS } from '../../../src/catalog/price-keys.ts';
import { EFFORTS, effortHint, reasoningControl, reasoningMode } from '../../../src/catalog/reasoning.ts';
import { VARIANTS, variantInfo } from '../../../src/catalog/variants.ts';
import type { Reasoning } from '../../../src/catalog/model.ts';
import { aModel } from '../../support/a-model.ts';
import { FROZEN_CAPTURE } from '../../support/paths.ts';
import { rawRowsOf } from '../../support/real-captures.ts';

interface RawRow {
  readonly id: string;
  readonly supported_parameters: readonly string[];
  readonly default_parameters: Readonly<Record<string, number | null>> | null;
  readonly architecture: {
    readonly input_modalities: readonly string[];
    readonly output_modalities: readonly string[];
  };
  readonly reasoning?: { readonly supported_efforts?: readonly string[] };
}

describe('capabilitiesOf', () => {
  it('reads capabilities from parameters, modalities, prices and weights', () => {
    const model = aModel('a/m', {
      parameters: ['tools', 'structured_outputs', 'response_format', 'logprobs'],
      inputModalities: ['text', 'image', 'audio'],
      outputModalities: ['text', 'image'],
      prices: { input: '0.1', output: '0.1', cacheRead: '0.01', webSearch: '0.01' },
      huggingFaceId: 'org/name',
    });
    expect(capabilitiesOf(model)).toEqual([
      'tools',
      'structured-output',
      'json-mode',
      'vision',
      'audio-input',
      'image-output',
      'web-search',
      'caching',
      'logprobs',
      'open-weights',
    ]);
  });

  it('finds none in a plain model or without known parameters', () => {
    expect(capabilitiesOf(aModel('a/m'))).toEqual([]);
    expect(capabilitiesOf(aModel('a/m', { parameters: null }))).toEqual([]);
  });

  it('finds reasoning in its own field and in the parameters of older captures', () => {
    const reasoning = {
      mandatory: true,
      defaultEnabled: null,
      defaultEffort: null,
      efforts: [],
      tokenBudget: null,
    };
    expect(capabilitiesOf(aModel('a/m', { reasoning }))).toEqual(['reasoning']);
    expect(capabilitiesOf(aModel('a/m', { parameters: ['reasoning'] }))).toEqual(['reasoning']);
  });

  it('promises no lower price for caching, because some models bill cached input at the input price', () => {
    const cached = aModel('a/m', { prices: { input: '2e-7', output: '3e-7', cacheRead: '2e-7' } });
    expect(capabilitiesOf(cached)).toEqual(['caching']);
    expect(CAPABILITIES.caching.hint).not.toMatch(/lower|cheap|less/);
    expect(PRICE_KEYS.cacheWrite.hint).not.toMatch(/lower|cheap|less/);
  });

  it('gives every capability a label of its own', () => {
    const infos = Object.values(CAPABILITIES);
    expect(new Set(infos.map((info) => info.label)).size).toBe(CAPABILITY_KEYS.length);
  });
});

describe('orderModalities and modalityInfo', () => {
  it('put known modalities first in a fixed order, each once', () => {
    expect(orderModalities(['smell', 'video', 'image', 'text', 'aura', 'image'])).toEqual([
      'text',
      'image',
      'video',
      'aura',
      'smell',
    ]);
  });

  it('call a new modality by its name', () => {
    expect(modalityInfo('smell').label).toBe('smell');
    expect(modalityInfo('constructor').label).toBe('constructor');
    expect(modalityInfo('image').noun).toBe('images');
  });
});

describe('parametersByKind and parameterWords', () => {
  it('group parameters by kind in a fixed order, unknown ones last', () => {
    expect(
      parametersByKind(['zeta', 'tools', 'top_p', 'temperature', 'zeta', 'constructor']).map((group) => [
        group.kind,
        group.names,
      ]),
    ).toEqual([
      ['sampling', ['temperature', 'top_p']],
      ['tools', ['tools']],
      ['other', ['constructor', 'zeta']],
    ]);
  });

  it('explain a new parameter with a neutral sentence', () => {
    expect(parameterWords('toString')).toBe(
      'OpenRouter lists this parameter, and this site has no explanation of it yet.',
    );
  });
});

describe('reasoningMode and reasoningControl', () => {
  const reasoning = (sketch: Partial<Reasoning>): Reasoning => ({
    mandatory: false,
    defaultEnabled: null,
    defaultEffort: null,
    efforts: [],
    tokenBudget: null,
    ...sketch,
  });

  it('say when the model thinks', () => {
    expect(reasoningMode(reasoning({ mandatory: true, defaultEnabled: false }))).toMatch(/^Always thinks/);
    expect(reasoningMode(reasoning({ defaultEnabled: true }))).toBe('Thinks unless it is switched off.');
    expect(reasoningMode(reasoning({ defaultEnabled: false }))).toBe('Thinks only when it is switched on.');
    expect(reasoningMode(reasoning({}))).toMatch(/does not say/);
  });

  it('say how the amount of thinking is set', () => {
    const efforts = ['high', 'low'];
    const control = (sketch: Partial<Reasoning>, parameters: readonly string[] | null = []) =>
      reasoningControl(reasoning(sketch), parameters);
    expect(control({ efforts, tokenBudget: true })).toBe('By effort, or by a budget in tokens.');
    expect(control({ tokenBudget: true })).toBe('By a budget in tokens.');
    expect(control({ efforts, tokenBudget: false })).toMatch(/no budget/);
    expect(control({ efforts })).toBe('By effort.');
    expect(control({})).toMatch(/names no way/);
    expect(control({}, null)).toMatch(/names no way/);
    expect(control({}, ['reasoning', 'tools'])).toMatch(/^A provider takes the parameter “reasoning”/);
    expect(control({ efforts }, ['reasoning'])).toBe('By effort.');
  });

  it('effortHint has no words for a new effort', () => {
    expect(effortHint('high')).toBe('much thinking');
    expect(effortHint('valueOf')).toMatch(/no words/);
  });
});

describe('variantInfo and field notes', () => {
  it('explain known variants and name new ones', () => {
    expect(variantInfo('free').label).toBe('Free');
    expect(variantInfo('constructor').label).toBe('constructor');
  });

  it('explain only tokenizers and templates that mislead', () => {
    expect(tokenizerNote('Other')).toMatch(/does not name/);
    expect(tokenizerNote('GPT')).toBeNull();
    expect(tokenizerNote('constructor')).toBeNull();
    expect(instructTypeNote('none')).toMatch(/no template/);
  });
});

describe('the vocabulary lists', () => {
  const rows = rawRowsOf(FROZEN_CAPTURE) as RawRow[];

  it('explain every parameter of the frozen capture', () => {
    const names = rows.flatMap((row) => [
      ...row.supported_parameters,
      ...Object.keys(row.default_parameters ?? {}),
    ]);
    expect(names.length).toBeGreaterThan(1000);
    expect([...new Set(names)].filter((name) => !isParameter(name))).toEqual([]);
  });

  it('name every modality, variant and effort of the frozen capture', () => {
    const modalities = rows.flatMap((row) => [
      ...row.architecture.input_modalities,
      ...row.architecture.output_modalities,
    ]);
    expect([...new Set(modalities)].filter((name) => !isModality(name))).toEqual([]);
    const variants = rows.flatMap((row) => row.id.split(':').slice(1));
    expect([...new Set(variants)].filter((name) => !Object.hasOwn(VARIANTS, name))).toEqual([]);
    const efforts = rows.flatMap((row) => row.reasoning?.supported_efforts ?? []);
    expect([...new Set(efforts)].filter((name) => !Object.hasOwn(EFFORTS, name))).toEqual([]);
  });
});

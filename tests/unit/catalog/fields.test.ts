import { describe, expect, it } from 'vitest';
import { FIELD_KEYS, FIELDS } from '../../../src/catalog/fields.ts';
import { readField } from '../../../src/catalog/read-field.ts';
import { aModel } from '../../support/a-model.ts';
import { frozenWideModels } from '../../support/frozen-models.ts';

describe('FIELDS and readField', () => {
  it('give each field a label of its own, a meaning, and a reason for a missing value', () => {
    const fields = Object.values(FIELDS);
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
    for (const { label, hint, missing } of fields) {
      expect(label).toMatch(/^[A-Z]/);
      expect(hint, label).toMatch(/^[A-Z].*\.$/);
      expect(missing, label).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('have every property of a model', async () => {
    const [model] = await frozenWideModels();
    const properties = Object.keys(model ?? {});
    expect([...FIELD_KEYS].sort()).toEqual(properties.sort());
  });

  it('give the reason when a value is not stated', () => {
    const model = aModel('a/m', { context: null, isModerated: null, voices: [] });
    for (const key of ['context', 'isModerated', 'voices', 'tokenizer', 'discount'] as const) {
      expect(readField(key, model)).toEqual({ state: 'not stated', reason: FIELDS[key].missing });
    }
  });

  it('distinguish no from not stated', () => {
    expect(readField('isModerated', aModel('a/m', { isModerated: false }))).toMatchObject({ text: 'no' });
  });

  it('give a value with every digit and in short', () => {
    const model = aModel('a/m', { context: 131_072, maxOutput: 131_072, topProviderContext: 131_072 });
    expect(readField('context', model)).toMatchObject({ text: '131,072 tokens', short: '131K' });
    expect(readField('topProviderContext', model)).toMatchObject({
      text: '131,072 tokens, the same as the model’s',
      note: null,
    });
  });

  it('add a note when the value alone would mislead', () => {
    const cut = aModel('a/m', { context: 131_072, maxOutput: 262_144 });
    expect(readField('maxOutput', cut)).toMatchObject({
      note: 'cut by the context of 131,072 tokens',
      shortNote: 'cut by the context of 131K',
    });
    expect(readField('tokenizer', aModel('a/m', { tokenizer: 'Other' }))).toMatchObject({
      text: 'Other',
      note: 'a vocabulary that OpenRouter does not name',
    });
  });

  it('give no text for a field with a section of its own on the page', () => {
    expect(readField('reasoning', aModel('a/m'))).toBeNull();
  });
});

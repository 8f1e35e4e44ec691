import { expect, test } from 'vitest';
import { modalityIcon, modalitySprite } from '../../../../src/ui/models-table/modality-icons.ts';

const model = (inputModalities: readonly string[], outputModalities: readonly string[]) => ({
  inputModalities,
  outputModalities,
});

test('modalityIcon names inputs, and outputs only when they are more than text', () => {
  expect(modalityIcon(['image', 'text'], ['text']).text).toContain('aria-label="text, image"');
  expect(modalityIcon(['text'], ['text', 'image']).text).toContain('aria-label="text → text, image"');
});

test('modalityIcon says “not stated” for a side without modalities', () => {
  expect(modalityIcon([], []).text).toContain('aria-label="not stated → not stated"');
  expect(modalityIcon(['text'], []).text).toContain('aria-label="text → not stated"');
  expect(modalityIcon([], ['text']).text).toContain('aria-label="not stated"');
});

test('modalitySprite holds each drawing once, and every icon refers to one of them', () => {
  const models = [
    model(['text'], ['text']),
    model(['text', 'image'], ['text']),
    model(['image', 'text'], ['text']),
  ];
  const sprite = modalitySprite(models).text;
  expect(sprite.match(/<symbol/g)).toHaveLength(2);
  for (const { inputModalities, outputModalities } of models) {
    const id = /#([^"]+)/.exec(modalityIcon(inputModalities, outputModalities).text)?.[1] ?? '';
    expect(sprite).toContain(`id="${id}"`);
  }
});

test('modalityIcon and modalitySprite draw a new modality without letting its name into the markup', () => {
  const icon = modalityIcon(['text', '"><script>'], ['text']).text;
  expect(icon).not.toContain('<script>');
  expect(modalitySprite([model(['"><script>'], ['text'])]).text).not.toContain('<script>');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'modalitySprite draws a modality named %s like any other new one',
  (name) => {
    expect(modalitySprite([model(['text', name], [name])]).text).toBe(
      modalitySprite([model(['text', 'smell'], ['smell'])]).text,
    );
  },
);

test('modalitySprite widens the view of a drawing with many shapes', () => {
  const all = ['text', 'image', 'file', 'audio', 'video'];
  const viewOf = (gives: readonly string[]) =>
    /viewBox="([^"]+)"/.exec(modalitySprite([model(all, gives)]).text)?.[1];
  expect(viewOf(['text'])).toBe('0 0 95 16');
  expect(viewOf(['text', 'video'])).toBe('0 0 152 16');
});

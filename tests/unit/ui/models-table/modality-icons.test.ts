import { expect, test } from 'vitest';
import { modalityIcon, modalitySprite } from '../../../../src/ui/models-table/modality-icons.ts';

const model = (inputModalities: readonly string[], outputModalities: readonly string[]) => ({
  inputModalities,
  outputModalities,
});

test('an icon says what it shows, outputs only where they are more than text', () => {
  expect(modalityIcon(['image', 'text'], ['text']).text).toContain('aria-label="text, image"');
  expect(modalityIcon(['text'], ['text', 'image']).text).toContain('aria-label="text → text, image"');
});

test('an icon names no modality on a side of which upstream names none', () => {
  expect(modalityIcon([], []).text).toContain('aria-label="not stated → not stated"');
  expect(modalityIcon(['text'], []).text).toContain('aria-label="text → not stated"');
  expect(modalityIcon([], ['text']).text).toContain('aria-label="not stated"');
});

test('the sprite holds each drawing once, and every icon finds its own', () => {
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

test('a modality that is new upstream is drawn, and its name cannot break out of the markup', () => {
  const icon = modalityIcon(['text', '"><script>'], ['text']).text;
  expect(icon).not.toContain('<script>');
  expect(modalitySprite([model(['"><script>'], ['text'])]).text).not.toContain('<script>');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a modality named %s is drawn like any other that is new upstream',
  (name) => {
    expect(modalitySprite([model(['text', name], [name])]).text).toBe(
      modalitySprite([model(['text', 'smell'], ['smell'])]).text,
    );
  },
);

test('a drawing of many shapes has a view as wide as they are', () => {
  const all = ['text', 'image', 'file', 'audio', 'video'];
  const viewOf = (gives: readonly string[]) =>
    /viewBox="([^"]+)"/.exec(modalitySprite([model(all, gives)]).text)?.[1];
  expect(viewOf(['text'])).toBe('0 0 95 16');
  expect(viewOf(['text', 'video'])).toBe('0 0 152 16');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { featuresCell, ICONS, modalitiesCell } from '../../../../src/ui/models-table/icon-cells.ts';
import { aModel } from '../../../support/a-model.ts';
import { ROOT } from '../../../support/paths.ts';

const cellOf = (inputModalities: readonly string[], outputModalities: readonly string[]) =>
  modalitiesCell({ inputModalities, outputModalities });

describe('modalitiesCell', () => {
  it('names inputs, and outputs only when they are more than text', () => {
    expect(cellOf(['image', 'text'], ['text'])).toEqual({ text: 'text, image', looks: 'm i' });
    expect(cellOf(['text'], ['text', 'image'])).toEqual({ text: 'text → text, image', looks: 'm gi' });
  });

  it('says “not stated” for a side without modalities', () => {
    expect(cellOf([], []).text).toBe('not stated → not stated');
    expect(cellOf(['text'], []).text).toBe('text → not stated');
    expect(cellOf([], ['text']).text).toBe('not stated');
  });

  it.each(['smell', '__proto__', 'constructor', '"><script>'])(
    'draws an output named %s as any other unknown one',
    (name) => {
      expect(cellOf(['text', name], [name]).looks).toBe('m go');
    },
  );
});

describe('featuresCell', () => {
  it('names the features of a row in fixed places, and says “none”', () => {
    const model = aModel('a/m', { parameters: ['structured_outputs', 'tools'] });
    expect(featuresCell(model)).toEqual({ text: 'tools, structured output', looks: 'm k j' });
    expect(featuresCell(aModel('a/m', { parameters: [], reasoning: null, huggingFaceId: null }))).toEqual({
      text: 'none',
      looks: 'm',
    });
  });
});

it('every icon of a table has a style', () => {
  const css = readFileSync(join(ROOT, 'src/ui/models-table/table-icons.css'), 'utf8');
  const outputs = ['image', 'audio', 'speech', 'video', 'rerank'].flatMap((name) =>
    (cellOf([], [name]).looks ?? '').split(' '),
  );
  const looks = [...ICONS.inputs, ...ICONS.features].map((icon) => icon.looks);
  for (const name of new Set([...outputs, ...looks])) expect(css).toContain(`.${name} {`);
});

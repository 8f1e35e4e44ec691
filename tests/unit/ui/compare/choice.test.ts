import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseChoice, type Chosen } from '../../../../src/ui/compare/client/choice.ts';

const model = (id: string): Chosen => ({ id, name: id.toUpperCase() });
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(model);

describe('parseChoice', () => {
  it.each([
    ['no JSON', 'x{'],
    ['no list', '{"a":1}'],
    ['other values', '[1,null,"a",[],[5,"x"],["",""]]'],
  ])('reads no models in text with %s', (_, text) => {
    expect(parseChoice(text)).toEqual([]);
  });

  it('reads each model once, at most six, and shows an id without a name', () => {
    expect(parseChoice('[["a","A"],["a","B"],["b"]]')).toEqual([
      { id: 'a', name: 'B' },
      { id: 'b', name: 'b' },
    ]);
    expect(parseChoice(JSON.stringify('abcdefgh'.split('').map((id) => [id, id])))).toHaveLength(6);
  });
});

describe('the choice of this device', () => {
  const stored = new Map<string, string>();
  let isDenied = false;
  const guard = <T>(value: T): T => {
    if (isDenied) throw new Error('denied');
    return value;
  };

  beforeEach(() => {
    stored.clear();
    isDenied = false;
    vi.resetModules();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => guard(stored.get(key) ?? null),
      setItem: (key: string, text: string) => guard(stored.set(key, text)),
      removeItem: (key: string) => guard(stored.delete(key)),
    });
    vi.stubGlobal('document', new EventTarget());
    vi.stubGlobal('CustomEvent', class extends Event {});
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const load = () => import('../../../../src/ui/compare/client/choice.ts');

  it('is kept in the order in which models were chosen, and a second press removes one', async () => {
    const { toggleChosen, chosen, isChosen } = await load();
    expect(toggleChosen(model('b'))).toBe(true);
    expect(toggleChosen(model('a'))).toBe(true);
    expect(stored.get('modeldex-compare')).toBe('[["b","B"],["a","A"]]');
    expect(isChosen('b')).toBe(true);
    toggleChosen(model('b'));
    expect(chosen()).toEqual([model('a')]);
    toggleChosen(model('a'));
    expect(stored.has('modeldex-compare')).toBe(false);
  });

  it('takes no seventh model', async () => {
    const { setChosen, toggleChosen, chosen } = await load();
    setChosen(six);
    expect(toggleChosen(model('g'))).toBe(false);
    expect(chosen()).toEqual(six);
    expect(toggleChosen(model('f'))).toBe(true);
    expect(chosen()).toHaveLength(5);
  });

  it('keeps what another tab chose meanwhile', async () => {
    const { toggleChosen, chosen } = await load();
    toggleChosen(model('a'));
    stored.set('modeldex-compare', '[["a","A"],["z","Z"]]');
    toggleChosen(model('b'));
    expect(chosen().map(({ id }) => id)).toEqual(['a', 'z', 'b']);
  });

  it('lasts until the page is left where storage is denied', async () => {
    const { toggleChosen, chosen, isChoiceKept } = await load();
    isDenied = true;
    toggleChosen(model('a'));
    toggleChosen(model('b'));
    expect(chosen().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(isChoiceKept()).toBe(false);
  });

  it('is announced at each change, also where it is full', async () => {
    const { setChosen, toggleChosen, COMPARE_CHANGE } = await load();
    const heard = vi.fn();
    document.addEventListener(COMPARE_CHANGE, heard);
    setChosen(six);
    toggleChosen(model('g'));
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

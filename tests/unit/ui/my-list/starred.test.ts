import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as starredModule from '../../../../src/ui/my-list/client/starred.ts';
import {
  parseStars,
  printStars,
  withoutStar,
  withStar,
  type Star,
} from '../../../../src/ui/my-list/client/starred.ts';

const NOW = '2026-11-28T07:00:00.000Z';
const LUNA = { id: 'openai/gpt-5.6-luna', name: 'GPT-5.6 Luna' };
const star = (id: string, more: Partial<Star> = {}): Star => ({
  id,
  name: id,
  starredAt: NOW,
  seen: null,
  shown: null,
  ...more,
});

describe('withStar', () => {
  it('puts the newest star first', () => {
    expect(withStar([star('a/b')], LUNA, NOW).map(({ id }) => id)).toEqual([LUNA.id, 'a/b']);
  });

  it('keeps a star that is there, with its facts', () => {
    const models = [star('a/b'), star(LUNA.id, { seen: { at: NOW, facts: { context: 1 } } })];
    expect(withStar(models, LUNA, '2027-01-01T00:00:00.000Z')).toBe(models);
  });
});

it('withoutStar removes one model and keeps the order of the others', () => {
  expect(withoutStar([star('a/b'), star('c/d'), star('e/f')], 'c/d').map(({ id }) => id)).toEqual([
    'a/b',
    'e/f',
  ]);
});

describe('parseStars', () => {
  it('reads what printStars wrote', () => {
    const models = [
      star('a/b', { seen: { at: NOW, facts: { context: 8000 } }, shown: { at: NOW, facts: null } }),
      star('constructor/__proto__'),
    ];
    expect(parseStars(printStars(models))).toEqual(models);
  });

  it.each(['', 'nonsense', '[]', 'null', '{"version":2,"models":[]}', '{"version":1}'])(
    'gives null for %j',
    (text) => {
      expect(parseStars(text)).toBeNull();
    },
  );

  it.each(['gpt-4o', '', '/', 'a/', '/b', 'a/b/c', 'by/input', '../..', 'a/..'])(
    'leaves out the id %j, which has no address',
    (id) => {
      const text = JSON.stringify({ version: 1, models: [{ id }, { id: 'a/b', starredAt: NOW }] });
      expect(parseStars(text)).toEqual([star('a/b')]);
    },
  );

  it('leaves out entries without an id, and facts without a time', () => {
    const models = [{ id: 'a/b', seen: { at: 'once', facts: 1 } }, { id: 3 }, null, { name: 'x' }];
    expect(parseStars(JSON.stringify({ version: 1, models }))).toEqual([
      star('a/b', { starredAt: '1970-01-01T00:00:00.000Z' }),
    ]);
  });
});

describe('the stars of this device', () => {
  let stored: Map<string, string>;
  let limit: number;
  let events: number;
  let module: typeof starredModule;

  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('', 'QuotaExceededError');
      stored.set(key, value);
    },
    removeItem: (key: string) => stored.delete(key),
  };

  const load = async (): Promise<void> => {
    vi.resetModules();
    module = await import('../../../../src/ui/my-list/client/starred.ts');
  };
  const add = (id: string): void => {
    module.changeStars((models) => module.withStar(models, { id, name: id }, NOW));
  };

  beforeEach(async () => {
    stored = new Map();
    limit = Infinity;
    events = 0;
    const document = new EventTarget();
    document.addEventListener('stars-change', () => (events += 1));
    vi.stubGlobal('document', document);
    vi.stubGlobal('localStorage', storage);
    await load();
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are there on the next page, and each change is announced', async () => {
    add('a/b');
    add('c/d');
    module.changeStars((models) => module.withoutStar(models, 'a/b'));
    expect(events).toBe(3);
    await load();
    expect(module.starred().map(({ id }) => id)).toEqual(['c/d']);
    expect(module.isStarred('a/b')).toBe(false);
    expect(module.storageProblem()).toBeNull();
  });

  it('leave nothing stored when the last one is removed', () => {
    add('a/b');
    module.changeStars(() => []);
    expect(stored.size).toBe(0);
  });

  it('keep what another tab starred meanwhile', () => {
    add('a/b');
    stored.set('modeldex-stars', printStars([star('c/d'), star('a/b')]));
    add('e/f');
    expect(module.starred().map(({ id }) => id)).toEqual(['e/f', 'c/d', 'a/b']);
  });

  it('last until the page is left where storage is denied', async () => {
    vi.stubGlobal('localStorage', undefined);
    await load();
    add('a/b');
    add('c/d');
    expect(module.storageProblem()).toBe('denied');
    expect(module.starred().map(({ id }) => id)).toEqual(['c/d', 'a/b']);
  });

  it('last until the page is left where storage is full, and the stored ones stay', async () => {
    add('a/b');
    limit = 0;
    add('c/d');
    add('e/f');
    expect(module.storageProblem()).toBe('full');
    expect(module.starred().map(({ id }) => id)).toEqual(['e/f', 'c/d', 'a/b']);
    await load();
    expect(module.starred().map(({ id }) => id)).toEqual(['a/b']);
  });

  it('do not overwrite what cannot be read until that is asked for', async () => {
    stored.set('modeldex-stars', '{"version":9}');
    await load();
    add('a/b');
    expect(module.storageProblem()).toBe('unreadable');
    expect(module.isStarred('a/b')).toBe(true);
    expect(stored.get('modeldex-stars')).toBe('{"version":9}');
    module.replaceUnreadable();
    expect(module.storageProblem()).toBeNull();
    await load();
    expect(module.isStarred('a/b')).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_WORKLOAD, WORKLOAD_PRESETS } from '../../../../src/catalog/cost/workload.ts';
import type * as currentWorkloadModule from '../../../../src/ui/workload/client/current-workload.ts';

const CHAT = WORKLOAD_PRESETS.chat.workload;
const RAG = WORKLOAD_PRESETS.rag.workload;
const KEY = 'modeldex-workload';

const DENIED = (): never => {
  throw new DOMException('Denied', 'SecurityError');
};

let place: URL;
let stored: Map<string, string>;
let events: unknown[];
let root: Set<string>;
const listeners = new Map<string, ((event: object) => void)[]>();

/** A fresh copy of the module in a page at `query`. */
async function open(query: string): Promise<typeof currentWorkloadModule> {
  place = new URL(`https://modeldex.test/models/${query}`);
  vi.resetModules();
  return import('../../../../src/ui/workload/client/current-workload.ts');
}

beforeEach(() => {
  stored = new Map();
  events = [];
  root = new Set();
  listeners.clear();
  vi.stubGlobal('location', {
    get search() {
      return place.search;
    },
    get href() {
      return place.href;
    },
  });
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, address: string) => {
      place = new URL(address);
    },
  });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('document', {
    documentElement: {
      toggleAttribute: (name: string, isSet: boolean) => (isSet ? root.add(name) : root.delete(name)),
    },
    dispatchEvent: ({ type, detail }: CustomEvent) => events.push([type, detail]),
  });
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const fire = (type: string, event: object = {}): void => {
  for (const listener of listeners.get(type) ?? []) listener(event);
};

describe('currentWorkload', () => {
  it('is null where neither the address nor the device has a workload', async () => {
    const { currentWorkload } = await open('?sort=input');
    expect(currentWorkload()).toBeNull();
  });

  it('takes the workload of the device where the address has none', async () => {
    stored.set(KEY, 'wi=8000&wo=500&wc=0.1&wr=10000');
    const { currentWorkload } = await open('?q=gpt');
    expect(currentWorkload()).toEqual({ workload: RAG, from: 'device' });
  });

  it('prefers the workload of the address to that of the device', async () => {
    stored.set(KEY, 'wi=8000');
    const { currentWorkload, rememberedWorkload } = await open('?wi=2k&wo=400&wc=0.5&wr=10k');
    expect(currentWorkload()).toEqual({ workload: CHAT, from: 'address' });
    expect(rememberedWorkload()).toEqual({ ...NO_WORKLOAD, inputTokens: 8000 });
  });

  it('ignores an invalid address and a corrupt device', async () => {
    stored.set(KEY, '{"inputTokens":1}');
    const { currentWorkload } = await open('?wi=many&wc=7');
    expect(currentWorkload()).toBeNull();
  });

  it('is that of the address where storage is denied', async () => {
    vi.stubGlobal('localStorage', { getItem: DENIED, setItem: DENIED, removeItem: DENIED });
    const { currentWorkload } = await open('?wi=1000');
    expect(currentWorkload()?.from).toBe('address');
    place.search = '';
    expect(currentWorkload()).toBeNull();
  });
});

describe('setWorkload', () => {
  it('writes the address, which keeps its other parameters, and the device', async () => {
    const { currentWorkload, setWorkload, wasRefused } = await open('?can=tools,vision&sort=input&wt=5&wb=1');
    setWorkload(CHAT);
    expect(wasRefused()).toBe(false);
    expect(place.search).toBe('?can=tools,vision&sort=input&wi=2000&wo=400&wc=0.5&wr=10000');
    expect(stored.get(KEY)).toBe('wi=2000&wo=400&wc=0.5&wr=10000');
    expect(currentWorkload()).toEqual({ workload: CHAT, from: 'address' });
    expect(events).toEqual([['workload-change', { isReturn: false }]]);
    expect(root).toEqual(new Set(['data-workload']));
  });

  it('says that the device does not remember it where storage is denied or full', async () => {
    vi.stubGlobal('localStorage', { getItem: DENIED, setItem: DENIED, removeItem: DENIED });
    const { currentWorkload, setWorkload, wasRefused } = await open('');
    setWorkload(RAG);
    expect(wasRefused()).toBe(true);
    expect(currentWorkload()).toEqual({ workload: RAG, from: 'address' });
    expect(events).toHaveLength(1);
  });

  it('leaves no old value behind where storage is full', async () => {
    stored.set(KEY, 'wi=1');
    const { rememberedWorkload, setWorkload, wasRefused } = await open('');
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: DENIED,
      removeItem: (key: string) => stored.delete(key),
    });
    setWorkload(RAG);
    expect(wasRefused()).toBe(true);
    expect(rememberedWorkload()).toBeNull();
  });
});

describe('clearWorkload', () => {
  it('removes the workload from the address and the device', async () => {
    stored.set(KEY, 'wi=1');
    const { clearWorkload, currentWorkload } = await open('?wi=5&q=gpt&wr=9');
    clearWorkload();
    expect(place.search).toBe('?q=gpt');
    expect(stored.size).toBe(0);
    expect(currentWorkload()).toBeNull();
    expect(root.size).toBe(0);
    expect(events).toHaveLength(1);
  });
});

describe('workload-change', () => {
  it('tells of Back and Forward, and of other tabs that change the workload', async () => {
    await open('');
    fire('popstate');
    fire('storage', { key: 'theme' });
    fire('storage', { key: KEY });
    fire('storage', { key: null });
    expect(events.map((event) => (event as [string, object])[1])).toEqual([
      { isReturn: true },
      { isReturn: false },
      { isReturn: false },
    ]);
  });
});

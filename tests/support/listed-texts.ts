import type { Block } from '../../src/ledger/record.ts';

/** Texts that name models, each with the ids of all models that bear it. */
export type NamingTexts = ReadonlyMap<string, ReadonlySet<string>>;

type Kind = 'ids' | 'ids without author' | 'ids without variant' | 'permanent slugs' | 'names';

/** Every text that named a model in a ledger, read only from its events. A renamed model keeps its names. */
export function listedTexts(blocks: readonly Block[]): Readonly<Record<Kind, NamingTexts>> {
  const ids = new Set<string>();
  const names = new Map<string, Set<string>>();
  const slugs = new Map<string, Set<string>>();
  const add = (texts: Map<string, Set<string>>, id: string, text: string | null | undefined): void => {
    if (text != null) texts.set(text, (texts.get(text) ?? new Set()).add(id));
  };
  for (const event of blocks.flatMap(({ events }) => events)) {
    const { id, kind } = event;
    ids.add(id);
    if (kind === 'added' || kind === 'baseline' || kind === 'learned') {
      add(names, id, event.facts.name);
      add(slugs, id, event.facts.permanentSlug);
    } else if (kind === 'name') {
      add(names, id, event.old);
      add(names, id, event.new);
    } else if (kind === 'identity' && event.field === 'permanentSlug') {
      add(slugs, id, event.old);
      add(slugs, id, event.new);
    } else if (kind === 'renamed') {
      for (const texts of [names, slugs]) {
        for (const known of texts.values()) if (known.has(event.from)) known.add(id);
      }
    }
  }
  const bare = [...ids].map((id) => [id, id.replace('~', '')] as const);
  const by = (text: (bareId: string) => string): Map<string, Set<string>> =>
    new Map(
      [...Map.groupBy(bare, ([, bareId]) => text(bareId))].map(([key, all]) => [
        key,
        new Set(all.map(([id]) => id)),
      ]),
    );
  return {
    ids: new Map([...ids].map((id) => [id, new Set([id])])),
    'ids without author': by(withoutAuthor),
    'ids without variant': new Map([
      ...by(withoutVariant),
      ...by((id) => withoutAuthor(withoutVariant(id))),
      ...by((id) => id),
    ]),
    'permanent slugs': slugs,
    names,
  };
}

function withoutAuthor(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function withoutVariant(id: string): string {
  return id.replace(/:.*/u, '');
}

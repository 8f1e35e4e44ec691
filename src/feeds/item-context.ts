import { describe, type Surroundings } from '../catalog/describe.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { modelFromFacts } from '../catalog/past-model.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import type { History } from '../history/history.ts';
import { Html, markup } from '../site/html.ts';
import { renderMarkdown } from '../site/markdown.ts';
import { modelPath } from '../site/urls.ts';
import type { ItemContext } from './change-item.ts';
import { replacementsAmong } from './replacements.ts';

/** The feed sources that items use. */
interface ItemSources {
  readonly models: readonly Model[];
  readonly history: History;
  readonly absolute: (path: string) => string;
  readonly snapshot: Pick<Snapshot, 'capturedAt'>;
}

/** `known` holds all models that have a page. */
export function itemContextOf(
  { models, history, absolute, snapshot }: ItemSources,
  known: ReadonlyMap<ModelId, Pick<Model, 'author'>>,
): ItemContext {
  const byId = new Map(models.map((model) => [model.id, model]));
  const replacementOf = replacementsAmong(models, history);
  const pastModel = (id: ModelId): Model | null => {
    const [author, facts] = [known.get(id)?.author, history.historyOf(id)?.facts];
    return author && facts ? modelFromFacts(id, facts, author) : null;
  };
  return {
    modelUrl: (id) => absolute(modelPath(id)),
    descriptionOf: (id) => {
      const model = byId.get(id);
      return model
        ? descriptionOf(model, { base: byId.get(model.baseId) ?? null, now: snapshot.capturedAt })
        : null;
    },
    replacementOf: (id) => {
      const model = byId.get(id) ?? pastModel(id);
      return model && replacementOf(model);
    },
  };
}

function descriptionOf(model: Model, surroundings: Surroundings): Html {
  return model.description === null
    ? markup`<p>${describe(model, surroundings)}</p>`
    : new Html(renderMarkdown(model.description));
}

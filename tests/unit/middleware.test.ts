import type { APIContext } from 'astro';
import { describe, expect, it } from 'vitest';
import { onRequest } from '../../src/middleware.ts';

/** What the middleware makes of a page that renders as `next` does. */
async function rendered(
  path: string,
  props: Readonly<Record<string, unknown>>,
  next: () => Promise<Response>,
): Promise<unknown> {
  const context = { url: new URL(path, 'https://catalog.example'), props } as unknown as APIContext;
  return onRequest(context, next);
}

const fail = (): Promise<never> => Promise.reject(new TypeError('part.map is not a function'));

describe('onRequest for a page that fails to render', () => {
  it('names the page, its model, the reason and what to do', async () => {
    await expect(rendered('/models/maker/m/', { model: { id: 'maker/m' } }, fail)).rejects.toThrow(
      "The page /models/maker/m/ of the model maker/m cannot be rendered: part.map is not a function (TypeError). No site was published. This is a fault of Modeldex: report it with this sentence and the model's row, or build from an earlier capture with CATALOG_SOURCE=capture.",
    );
  });

  it('names the field of the model that was read last', async () => {
    const model = { id: 'maker/m', name: 'M', reasoning: { efforts: ['high', 7] } };
    const props = { model };
    const render = (): Promise<Response> =>
      Promise.resolve().then(() => {
        const { name, reasoning } = props.model;
        return new Response(
          `${name} ${reasoning.efforts.map((effort) => (effort as string).toUpperCase()).join()}`,
        );
      });
    await expect(rendered('/models/maker/m/', props, render)).rejects.toThrow(
      'of the model maker/m cannot be rendered, where its field "reasoning.efforts.1" was read last: ',
    );
    expect(props.model).toBe(model);
  });

  it('is named with the field that failed where another part of the page reads on meanwhile', async () => {
    const props = { model: { id: 'maker/m', name: 'M', context: null } };
    const fails = async (): Promise<void> => {
      await Promise.resolve();
      (props.model.context as unknown as number).toFixed();
    };
    const reads = async (): Promise<void> => {
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve(props.model.name);
    };
    const render = (): Promise<Response> => Promise.all([fails(), reads()]).then(() => new Response());
    await expect(rendered('/models/maker/m/', props, render)).rejects.toThrow(
      'its field "context" was read last',
    );
  });

  it('is named with the field that failed after one that is a map', async () => {
    const props = { model: { id: 'maker/m', defaults: new Map([['top_p', 1]]), context: null } };
    const render = (): Promise<Response> =>
      Promise.resolve().then(() => {
        const topP = props.model.defaults.get('top_p');
        return new Response((props.model.context as unknown as number).toFixed(topP));
      });
    await expect(rendered('/models/maker/m/', props, render)).rejects.toThrow(
      'its field "context" was read last',
    );
  });

  it('is named with the field of a retired model that failed', async () => {
    const model = { id: 'maker/m', context: null };
    const retired = { model };
    const props = { model, retired };
    const render = (): Promise<Response> =>
      Promise.resolve().then(
        () => new Response((props.retired.model.context as unknown as number).toFixed()),
      );
    await expect(rendered('/models/maker/m/', props, render)).rejects.toThrow(
      'its field "context" was read last',
    );
    expect(props).toEqual({ model, retired });
    expect(props.retired).toBe(retired);
  });

  it.each([[{}], [{ model: null }], [{ model: 'x' }], [{ model: { id: 7 } }]])(
    'names only the page when it is about no model: %j',
    async (props) => {
      await expect(rendered('/charts/', props, fail)).rejects.toThrow(
        'The page /charts/ cannot be rendered: part.map is not a function (TypeError).',
      );
    },
  );

  it('keeps the original error as its cause', async () => {
    const error: unknown = await rendered('/', {}, fail).catch((reason: unknown) => reason);
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });
});

it('onRequest returns a page that renders', async () => {
  const page = new Response('page');
  expect(await rendered('/', {}, () => Promise.resolve(page))).toBe(page);
});

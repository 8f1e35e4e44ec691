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

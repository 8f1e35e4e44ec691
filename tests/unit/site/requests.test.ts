import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { requestKind } from '../../../src/catalog/request-kind.ts';
import { requestExamples } from '../../../src/site/requests.ts';
import { aModel } from '../../support/a-model.ts';

const HOSTILE = 'it\'s/"; rm -rf $HOME `id` \\';

const model = (outputModalities: readonly string[], rest: Parameters<typeof aModel>[1] = {}, id = 'a/m') =>
  aModel(id, { ...rest, outputModalities });

const code = (outputs: readonly string[], label: string, id = 'a/m'): string =>
  requestExamples(model(outputs, {}, id))?.examples.find((example) => example.label === label)?.code ?? '';

describe('requestKind', () => {
  it.each<[readonly string[], ReturnType<typeof requestKind>]>([
    [['text'], 'chat'],
    [['image', 'text'], 'chat'],
    [['text', 'audio'], 'chat'],
    [['image'], 'images'],
    [['embeddings'], 'embeddings'],
    [['transcription'], 'transcription'],
    [['speech'], 'speech'],
    [['video'], 'video'],
    [['rerank'], 'rerank'],
    [['decisions'], null],
    [['video', 'audio'], null],
    [[], null],
  ])('for outputs %j is %s', (outputModalities, kind) => {
    expect(requestKind({ variant: null, outputModalities })).toBe(kind);
  });

  it('for a batch variant is batch', () => {
    expect(requestKind({ variant: 'batch', outputModalities: ['text'] })).toBe('batch');
  });
});

describe('requestExamples', () => {
  it.each([
    ['text', '/api/v1/chat/completions'],
    ['image', '/api/v1/images'],
    ['embeddings', '/api/v1/embeddings'],
    ['transcription', '/api/v1/audio/transcriptions'],
    ['speech', '/api/v1/audio/speech'],
    ['video', '/api/v1/videos'],
    ['rerank', '/api/v1/rerank'],
  ])('call the endpoint of a model that gives %s in three languages', (output, path) => {
    const examples = requestExamples(model([output]))?.examples ?? [];
    expect(examples.map(({ label }) => label)).toEqual(['curl', 'Python', 'TypeScript']);
    for (const example of examples.filter(({ label }) => label !== 'Python')) {
      expect(example.code).toContain(`https://openrouter.ai${path}`);
    }
    for (const example of examples) expect(example.code).toContain('"a/m"');
  });

  it('ask for images when a chat model gives them', () => {
    expect(code(['text', 'image'], 'curl')).toContain('"modalities": ["image", "text"]');
    expect(code(['text', 'image'], 'Python')).toContain('extra_body={"modalities": ["image", "text"]}');
    expect(code(['text'], 'curl')).not.toContain('modalities');
  });

  it('use a listed voice, and say when none is listed', () => {
    const voiced = requestExamples(model(['speech'], { voices: ['ada', 'bob'] }));
    expect(voiced?.examples[0]?.code).toContain('"voice": "ada"');
    expect(voiced?.note).toBeNull();
    const silent = requestExamples(model(['speech']));
    expect(silent?.examples[0]?.code).not.toContain('voice');
    expect(silent?.note).toContain('lists none');
  });

  it('show only the body for a batch', () => {
    const batch = requestExamples(model(['text'], {}, 'a/m:batch'));
    expect(batch?.kind).toBe('batch');
    expect(batch?.examples.map(({ label }) => label)).toEqual(['JSON']);
    expect(JSON.parse(batch?.examples[0]?.code ?? '')).toMatchObject({ model: 'a/m:batch' });
    expect(batch?.note).toContain('Batch API');
  });

  it('are null when no request is known to fit', () => {
    expect(requestExamples(model(['decisions']))).toBeNull();
  });

  it.each(['text', 'rerank', 'speech'])(
    'write the id as JSON in the shell for a model that gives %s',
    (output) => {
      const body = /-d ('.*')(?: |$)/s.exec(code([output], 'curl', HOSTILE))?.[1] ?? '';
      const printed = execFileSync('sh', ['-c', `printf %s ${body}`], { encoding: 'utf8' });
      expect(JSON.parse(printed)).toMatchObject({ model: HOSTILE });
    },
  );

  it('pass the id to jq as JSON for a transcription model', () => {
    const filter = /jq -Rs ('.*') \|/s.exec(code(['transcription'], 'curl', HOSTILE))?.[1] ?? '';
    const printed = execFileSync('sh', ['-c', `printf %s ${filter}`], { encoding: 'utf8' });
    expect(printed).toBe(`{model: ${JSON.stringify(HOSTILE)}, input_audio: {data: ., format: "mp3"}}`);
  });
});

import type { Model } from '../catalog/model.ts';
import { requestKind, type RequestKind } from '../catalog/request-kind.ts';

interface RequestExample {
  readonly label: 'curl' | 'Python' | 'TypeScript' | 'JSON';
  readonly code: string;
}

/** Examples of a first request to a model, ready to run. */
interface RequestExamples {
  readonly kind: RequestKind;
  readonly examples: readonly RequestExample[];
  /** What the reader must know before running it; `null` for nothing. */
  readonly note: string | null;
}

type Asked = Pick<Model, 'id' | 'variant' | 'outputModalities' | 'voices'>;

const API = 'https://openrouter.ai/api/v1';

const FORMATS: Readonly<Record<RequestKind, (model: Asked) => Omit<RequestExamples, 'kind'>>> = {
  chat: (model) => ({ examples: chat(model), note: null }),
  batch: ({ id }) => ({
    examples: [{ label: 'JSON', code: pretty(chatBody(id)) }],
    note: 'One request of a batch. This variant answers only through OpenRouter’s Batch API, not a chat request.',
  }),
  embeddings: ({ id }) => ({ examples: embeddings(id), note: null }),
  images: ({ id }) => ({
    examples: post('images', { model: id, prompt: 'A red fox in the snow' }),
    note: 'The answer holds the picture as base64.',
  }),
  transcription: ({ id }) => ({ examples: transcription(id), note: 'The audio is sent as base64 in JSON.' }),
  speech: (model) => ({ examples: speech(model), note: voiceNote(model) }),
  video: ({ id }) => ({
    examples: post('videos', { model: id, prompt: 'A paper boat on a stream' }),
    note: 'The answer holds a polling_url: ask it until the video is ready.',
  }),
  rerank: ({ id }) => ({
    examples: post('rerank', {
      model: id,
      query: 'Which animal barks?',
      documents: ['Cats meow.', 'Dogs bark.'],
    }),
    note: null,
  }),
};

/**
 * A request that fits the model, in common languages; `null` if no request is known to fit. Ids are quoted as
 * JSON, which is also a valid string in every language here.
 */
export function requestExamples(model: Asked): RequestExamples | null {
  const kind = requestKind(model);
  return kind && { kind, ...FORMATS[kind](model) };
}

type Body = Readonly<Record<string, unknown>>;

function chatBody(id: string, modalities?: readonly string[]): Body {
  return { model: id, messages: [{ role: 'user', content: 'Hello' }], ...(modalities && { modalities }) };
}

function chat({ id, outputModalities }: Asked): readonly RequestExample[] {
  // A model with image and text output returns images only if the request asks for them.
  const modalities = outputModalities.includes('image') ? ['image', 'text'] : undefined;
  const body = chatBody(id, modalities);
  const extra = modalities === undefined ? '' : `\n    extra_body={"modalities": ${inline(modalities)}},`;
  return [
    curl('chat/completions', body),
    {
      label: 'Python',
      code: `${OPENAI_CLIENT}
answer = client.chat.completions.create(
    model=${inline(id)},
    messages=${inline(body.messages)},${extra}
)
print(answer.choices[0].message${modalities === undefined ? '.content' : ''})`,
    },
    typescript('chat/completions', body),
  ];
}

function embeddings(id: string): readonly RequestExample[] {
  const body = { model: id, input: 'Hello' };
  return [
    curl('embeddings', body),
    {
      label: 'Python',
      code: `${OPENAI_CLIENT}
answer = client.embeddings.create(model=${inline(id)}, input="Hello")
print(answer.data[0].embedding)`,
    },
    typescript('embeddings', body),
  ];
}

function speech({ id, voices: [voice] }: Asked): readonly RequestExample[] {
  const body = { model: id, input: 'Hello', ...(voice !== undefined && { voice }), response_format: 'mp3' };
  return [
    curl('audio/speech', body, ' \\\n  --output hello.mp3'),
    {
      label: 'Python',
      code: `${requestsPost('audio/speech', inline(body))}
open("hello.mp3", "wb").write(answer.content)`,
    },
    typescript(
      'audio/speech',
      body,
      'await writeFile("hello.mp3", Buffer.from(await response.arrayBuffer()));',
      ['import { writeFile } from "node:fs/promises";'],
    ),
  ];
}

function voiceNote({ voices }: Asked): string | null {
  return voices.length > 0 ? null : 'A request needs a voice, and OpenRouter lists none for this model.';
}

function transcription(id: string): readonly RequestExample[] {
  return [
    {
      label: 'curl',
      code: `base64 < audio.mp3 | tr -d '\\n' |
  jq -Rs ${shell(`{model: ${inline(id)}, input_audio: {data: ., format: "mp3"}}`)} |
  curl ${API}/audio/transcriptions \\
    -H "Authorization: Bearer $OPENROUTER_API_KEY" \\
    -H "Content-Type: application/json" \\
    -d @-`,
    },
    {
      label: 'Python',
      code: `import base64
${requestsPost(
  'audio/transcriptions',
  `{"model": ${inline(id)}, "input_audio": {"data": data, "format": "mp3"}}`,
  'data = base64.b64encode(open("audio.mp3", "rb").read()).decode()\n',
)}
print(answer.json()["text"])`,
    },
    {
      label: 'TypeScript',
      code: `import { readFile } from "node:fs/promises";

${fetchCode(
  'audio/transcriptions',
  `{
    model: ${inline(id)},
    input_audio: { data: await readFile("audio.mp3", "base64"), format: "mp3" },
  }`,
)}
console.log((await response.json()).text);`,
    },
  ];
}

/** A request with a JSON body and a JSON response. */
function post(path: string, body: Body): readonly RequestExample[] {
  return [
    curl(path, body),
    { label: 'Python', code: `${requestsPost(path, inline(body))}\nprint(answer.json())` },
    typescript(path, body),
  ];
}

function curl(path: string, body: Body, more = ''): RequestExample {
  return {
    label: 'curl',
    code: `curl ${API}/${path} \\
  -H "Authorization: Bearer $OPENROUTER_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d ${shell(inline(body))}${more}`,
  };
}

const OPENAI_CLIENT = `import os
from openai import OpenAI

client = OpenAI(base_url="${API}", api_key=os.environ["OPENROUTER_API_KEY"])`;

/** `json` and `before` are Python code. */
function requestsPost(path: string, json: string, before = ''): string {
  return `import os
import requests

${before}answer = requests.post(
    "${API}/${path}",
    headers={"Authorization": f"Bearer {os.environ['OPENROUTER_API_KEY']}"},
    json=${json},
)`;
}

function typescript(
  path: string,
  body: Body,
  last = 'console.log(await response.json());',
  imports: readonly string[] = [],
): RequestExample {
  const head = imports.length > 0 ? `${imports.join('\n')}\n\n` : '';
  return { label: 'TypeScript', code: `${head}${fetchCode(path, inline(body))}\n${last}` };
}

function fetchCode(path: string, body: string): string {
  return `const response = await fetch("${API}/${path}", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.OPENROUTER_API_KEY}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${body}),
});`;
}

/** JSON on one line with spaces after colons and commas; also a valid literal in Python and TypeScript. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`)
    .join(', ')}}`;
}

function pretty(body: Body): string {
  return JSON.stringify(body, null, 2);
}

/** Quotes a text for a shell. */
function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

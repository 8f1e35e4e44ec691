import type { Model } from '../catalog/model.ts';

export interface RequestExample {
  readonly label: 'curl' | 'Python' | 'TypeScript';
  readonly code: string;
}

const ENDPOINT = 'https://openrouter.ai/api/v1';

/** A first request to a model, ready to run, in three languages. Ids are quoted as JSON, which all three read as a string. */
export function requestExamples(model: Pick<Model, 'id'>): RequestExample[] {
  const id = JSON.stringify(model.id);
  const body = `{"model": ${id}, "messages": [{"role": "user", "content": "Hello"}]}`;
  return [
    {
      label: 'curl',
      code: `curl ${ENDPOINT}/chat/completions \\
  -H "Authorization: Bearer $OPENROUTER_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${body.replaceAll("'", `'\\''`)}'`,
    },
    {
      label: 'Python',
      code: `import os
from openai import OpenAI

client = OpenAI(base_url="${ENDPOINT}", api_key=os.environ["OPENROUTER_API_KEY"])
answer = client.chat.completions.create(
    model=${id},
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.choices[0].message.content)`,
    },
    {
      label: 'TypeScript',
      code: `const response = await fetch("${ENDPOINT}/chat/completions", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.OPENROUTER_API_KEY}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    model: ${id},
    messages: [{ role: "user", content: "Hello" }],
  }),
});
console.log(await response.json());`,
    },
  ];
}

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { requestExamples } from '../../../src/site/requests.ts';

const HOSTILE = 'it\'s/"; rm -rf $HOME `id` \\';

test('every language names the model', () => {
  for (const { code } of requestExamples({ id: 'openai/gpt-4o' })) expect(code).toContain('"openai/gpt-4o"');
});

test('the body of the curl request is the id as JSON, whatever the id holds', () => {
  const code = requestExamples({ id: HOSTILE }).find(({ label }) => label === 'curl')?.code ?? '';
  const body = /-d ('.*')$/s.exec(code)?.[1] ?? '';
  const printed = execFileSync('sh', ['-c', `printf %s ${body}`], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toMatchObject({ model: HOSTILE });
});

import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { misspelled, wordsOf } from '../../support/prose/spelling.ts';
import { styleProblems } from '../../support/prose/style.ts';

/** Code whose texts readers see. */
const FOLDERS = ['catalog', 'feeds', 'history', 'ledger/kinds', 'pictures', 'search', 'site', 'ui'];
/** Texts that are no sentences: lists of classes, selectors, drawings, and words that people type. */
const NO_SENTENCE = /^[^A-Z]*[[\]:=#{}<>][^A-Z]*$|(?:^|\s)[a-z]+-[a-z0-9]+(?:\s|$)|^M\s/;
const TYPED = /^src\/search\/needs\/|^src\/site\/first-script|^src\/site\/policy|^src\/history\/family/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${folder}/${name}`),
).filter((file) => !TYPED.test(file));

/** The texts in a file's code that have more than one word; `…` is what is put into a template. */
function sentencesOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => /\p{L}{2,} \S*\p{L}/u.test(text) && !NO_SENTENCE.test(text));
}

const sentences = files.flatMap((file) => sentencesOf(file).map((text) => ({ file, text })));

it('the checks of texts find what is wrong', async () => {
  const words = wordsOf('The colour of a modelpage’s refrence, as JSON: see `a/b.c` or max_tokens, 12K.');
  expect(await misspelled(words, new Set(['modelpage']))).toEqual(['colour', 'refrence']);
  const problems = styleProblems('An model was was dearer by 63 % on 22 Aug 2026.');
  expect(problems.map((problem) => problem.replace(/:.*/u, ''))).toEqual([
    'no space before %',
    'dates as Aug 22, 2026',
    'more expensive',
    'Unexpected repeated `was`, remove one occurrence',
    'Unexpected article `An` before `model`, expected `A`',
  ]);
});

it('the texts in the code are spelled as American English', async () => {
  expect(sentences.length).toBeGreaterThan(1_000);
  const wrong = new Set(await misspelled(sentences.flatMap(({ text }) => wordsOf(text))));
  expect(
    sentences.flatMap(({ file, text }) =>
      wordsOf(text)
        .filter((word) => wrong.has(word))
        .map((word) => `${word}, in ${file}: ${text}`),
    ),
  ).toEqual([]);
});

it('the texts in the code use one word for one thing', () => {
  expect(
    sentences.flatMap(({ file, text }) => styleProblems(text).map((problem) => `${file}: ${problem}`)),
  ).toEqual([]);
});

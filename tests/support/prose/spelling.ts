import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellCheckDocument } from 'cspell-lib';

/** Words of this field and of this project that no dictionary of English has, one a line. */
const OWN_WORDS = readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** Tokens that are no words: ids, addresses, code, figures with units. */
const NO_WORD = /[\d/_@=<>{}[\]\\~$*]|\p{L}[.:]\p{L}/u;

/** The words of a text, without what is an id, an address or code. A word with a hyphen is its parts. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s\u00a0…—–→·×|()“”"]+/u)
    .filter((token) => !NO_WORD.test(token))
    .flatMap((token) => token.match(/\p{L}+(?:[’']\p{L}+)*/gu) ?? [])
    .map((word) => word.replace(/[’']s$/u, ''));
}

/** The words that American English, our own list and `names` (in lower case) do not have, in order. */
export async function misspelled(
  words: Iterable<string>,
  names: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const unknown = [...new Set(words)].filter((word) => !names.has(word.toLowerCase())).sort();
  const { issues } = await spellCheckDocument(
    { uri: 'words.txt', text: unknown.join('\n'), languageId: 'plaintext', locale: 'en-US' },
    { generateSuggestions: false, noConfigSearch: true },
    {
      language: 'en-US',
      words: OWN_WORDS,
      minWordLength: 3,
      maxNumberOfProblems: 10_000,
      maxDuplicateProblems: 1,
    },
  );
  return [...new Set(issues.map(({ text }) => text))];
}

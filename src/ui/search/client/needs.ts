import type { NameTable } from '../../../search/index/name-index.ts';
import { answerWithNeeds, type NeedAnswer } from '../../../search/needs/answer.ts';
import { authorsByName, readNeeds, type AuthorsByName } from '../../../search/needs/read-needs.ts';
import type { SearchRequest } from '../../../search/search.ts';
import type { Names } from './engine.ts';

/**
 * Everything that searches by need take, in one module. Loaded with the first text that is not the name of a
 * model.
 */

export { needName, needRow, needTitle } from './need-row.ts';

const known = new WeakMap<NameTable, AuthorsByName>();

export function answerNeeds(
  { lexicon, table }: Names,
  request: SearchRequest,
  isComplete: boolean,
): NeedAnswer {
  return answerWithNeeds(lexicon, authorsOf(table), request, isComplete);
}

export function isNeed({ table }: Names, typed: string): boolean {
  return readNeeds(typed, authorsOf(table)).length > 0;
}

function authorsOf(table: NameTable): AuthorsByName {
  const authors = known.get(table) ?? authorsByName(table.authors);
  known.set(table, authors);
  return authors;
}

import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';

/** Words and forms that this site does not use, each with what to write. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\d[ \u00a0]%/u, 'no space before %'],
  [/\d : \d/u, 'no spaces in a ratio: 3:1'],
  [
    /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|t?ember|ober|t)?\b(?! \d{1,2},)/u,
    'dates as Aug 22, 2026',
  ],
  [/\b(?:dearer|dearest|pricier)\b/iu, 'more expensive'],
  [/\bprice moves?\b/iu, 'price change'],
  [/\buse rank\b/iu, 'popularity rank'],
  [/\b(?:abilities|ability)\b/iu, 'features'],
  [/\bcached reads?\b/iu, 'cached input'],
  [/\bgone\b/iu, 'retired or removed'],
  [/\bwent\b/iu, 'was removed, changed'],
  [/\bannounced ends?\b/iu, 'scheduled removal'],
  [/\bany more\b/iu, 'no longer'],
  [/\b(?:unless|as) said\b/iu, 'unless noted'],
  [/\bknowledge to\b/iu, 'knowledge cutoff'],
  [
    /\b(?:whilst|amongst|towards|learnt|spelt|catalogue|labelled|cancelled|modelled|travelled)\b/iu,
    'American English',
  ],
  [/\b(?:told|tells?) of\b/iu, 'say what it says'],
  [/\bundefined\b|\bNaN\b|\[object /u, 'a value that is none'],
];

const processor = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(function () {
    // The text itself is not needed again.
    this.compiler = () => '';
  });

/** What is wrong with a text, as `problem: the text`. */
export function styleProblems(text: string): readonly string[] {
  const { messages } = processor.processSync(text);
  const shown = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return [
    ...RULES.filter(([pattern]) => pattern.test(text)).map(([, advice]) => advice),
    ...messages.map(({ reason }) => reason),
  ].map((problem) => `${problem}: ${shown}`);
}

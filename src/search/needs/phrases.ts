import { wordsOf } from '../match/words.ts';
import type { Meaning } from './need.ts';

/**
 * The only list of phrases for needs: phrases separated by commas, and their meanings. Of several meanings,
 * all are offered for the phrase alone, and only the first is used together with other phrases. A phrase must
 * not be the whole name of a listed model.
 */
const PHRASES: readonly (readonly [phrases: string, ...meanings: Meaning[]])[] = [
  // Prices and orders
  ['free, free of charge, no cost, zero cost, gratis', { filters: { price: ['free'] } }],
  ['paid, not free, paid only', { filters: { price: ['paid'] } }],
  [
    'cheap, cheaper, cheapest, low cost, lowest cost, lowest price, low price, inexpensive, affordable, budget, cheapest input, by price',
    { sort: 'input' },
  ],
  ['cheapest output, cheap output, lowest output price', { sort: 'output' }],
  [
    'most expensive, expensive, highest price, highest cost, priciest, costliest, most expensive input',
    { sort: 'highest-input' },
  ],
  ['most expensive output, highest output price, expensive output', { sort: 'highest-output' }],
  ['stable price, stable prices, stable, most stable', { filters: { stable: ['1'] } }],
  ['best, top, popular, most popular, most used, by use, recommended, leaderboard, ranking', {}],
  ['new, newest, latest, recent, most recent, just added, recently added', { sort: 'newest' }],
  ['router, routers, routing, dynamic price, dynamic pricing', { filters: { price: ['dynamic'] } }],

  // Limits
  ['long context, large context, big context, huge context', { filters: { context_min: ['1000000'] } }],
  ['long documents, long inputs, long prompts', { filters: { context_min: ['1000000'] } }],
  ['longest context, largest context, biggest context, most context', { sort: 'context' }],
  [
    'long output, long outputs, long answers, longest output, longest answer, max output, most output',
    { sort: 'max-output' },
  ],

  // Features
  [
    'tools, tool, tool use, tool calling, tool calls, function calling, function calls, functions, agents, agentic',
    { filters: { can: ['tools'] } },
  ],
  ['parallel tools, parallel tool calls', { filters: { can: ['parallel-tools'] } }],
  ['structured output, structured outputs, json schema, schema', { filters: { can: ['structured-output'] } }],
  ['json, json mode, json output', { filters: { can: ['json-mode'] } }],
  ['reasoning, thinking, reasoner, chain of thought', { filters: { can: ['reasoning'] } }],
  [
    'web search, online, internet, internet access, browsing, grounding',
    { filters: { can: ['web-search'] } },
  ],
  ['caching, prompt caching, cached input, cache', { filters: { can: ['caching'] } }],
  ['logprobs, log probabilities', { filters: { can: ['logprobs'] } }],
  ['predicted output, predicted outputs', { filters: { can: ['prediction'] } }],
  [
    'open weights, open weight, open, open source, opensource, local, run locally, self hosted, self host, downloadable',
    { filters: { open: ['1'] } },
  ],
  ['uncensored, unmoderated, not moderated, no moderation, unfiltered', { filters: { moderated: ['no'] } }],
  ['moderated, with moderation', { filters: { moderated: ['yes'] } }],

  // Input modalities
  [
    'vision, image input, image inputs, images as input, takes images, take images, see images, read images, image understanding, image recognition, multimodal, screenshots, ocr',
    { filters: { in: ['image'] } },
  ],
  ['files, file input, pdf, pdfs, documents, document, takes files', { filters: { in: ['file'] } }],
  ['audio input, takes audio, listen, hear', { filters: { in: ['audio'] } }],
  ['video input, takes video, watch video, video understanding', { filters: { in: ['video'] } }],

  // Outputs
  [
    'image generation, image output, generate images, image generator, text to image, draw, drawing, picture generation',
    { output: 'image' },
  ],
  ['image, images, pictures', { output: 'image' }, { filters: { in: ['image'] } }],
  ['music, audio output, audio generation, sound, music generation', { output: 'audio' }],
  ['audio', { output: 'audio' }, { filters: { in: ['audio'] } }],
  ['video generation, video output, text to video, generate video, generate videos', { output: 'video' }],
  ['video, videos', { output: 'video' }, { filters: { in: ['video'] } }],
  ['speech, text to speech, tts, read aloud, speech synthesis', { output: 'speech' }],
  ['voice', { output: 'speech' }, { filters: { in: ['audio'] } }],
  [
    'transcription, transcribe, transcriptions, speech to text, stt, asr, speech recognition, dictation, subtitles',
    { output: 'transcription' },
  ],
  [
    'embedding, embeddings, vectors, semantic search, vector search, text embedding, text embeddings',
    { output: 'embeddings' },
  ],
  ['rerank, reranking, reranker, rerankers', { output: 'rerank' }],
  ['decisions, moderation, content moderation, guardrails', { output: 'decisions' }],

  // Categories
  ['coding, code, programming, developers, software development, write code', { category: 'programming' }],
  ['roleplay, role play, storytelling, stories, characters', { category: 'roleplay' }],
  ['marketing, copywriting, advertising', { category: 'marketing' }],
  ['seo, search engine optimization', { category: 'marketing/seo' }],
  ['technology, tech', { category: 'technology' }],
  ['science, scientific', { category: 'science' }],
  ['translate, translation, translations, translating, translator', { category: 'translation' }],
  ['legal, law, contracts', { category: 'legal' }],
  ['finance, financial, accounting', { category: 'finance' }],
  ['health, medical, medicine', { category: 'health' }],
  ['trivia, general knowledge', { category: 'trivia' }],
  ['academia, academic, papers', { category: 'academia' }],

  // Pages
  ['all models, models, list of models, model list, all', { page: 'models' }],
  ['outputs, output modalities, modalities', { page: 'outputs' }],
  ['categories, use cases, category', { page: 'categories' }],
  ['authors, author, labs, companies, makers, who makes the models', { page: 'authors' }],
  ['changes, changelog, change log, news, what is new, price changes, price history', { page: 'changes' }],
  [
    'price increases, price increase, price rises, price hikes, higher prices, became more expensive',
    { page: 'price-increases' },
  ],
  [
    'price decreases, price decrease, price drops, price drop, price cuts, price cut, lower prices, became cheaper',
    { page: 'price-decreases' },
  ],
  [
    'retiring, deprecated, deprecation, deprecations, sunset, removal, removal date, removal dates, end of life',
    { page: 'retiring' },
  ],
  ['retired, removed, discontinued, old models', { page: 'retired' }],
  ['charts, chart, graphs, trends, statistics, stats', { page: 'charts' }],
  [
    'feeds, feed, rss, atom, json feed, subscribe, notifications, alerts, calendar, ical, ics',
    { page: 'feeds' },
  ],
  ['compare, comparison, compare models, side by side, versus', { page: 'compare' }],
  ['my list, my models, starred, stars, favorites, favourites, bookmarks', { page: 'my' }],
  ['api, json api, download, downloads, data files, dataset, csv, openapi', { page: 'api' }],
  ['about, what is this, help, data source, sources, glossary', { page: 'about' }],
];

/** Words that only join phrases. */
const FILLERS =
  'a an the with for that which can and or of to in on by from using use uses support supports supporting has have having do does is are good great ai llm llms model models language me my i need want show find give some any at what which who s are there would should';

/** The longest phrase, in words. */
export const MAX_PHRASE_LENGTH = 5;

/** The meanings of each phrase. The key is its words, joined by spaces. */
export const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = new Map(
  PHRASES.flatMap(([phrases, ...meanings]) =>
    phrases.split(', ').map((phrase) => [wordsOf(phrase).join(' '), meanings] as const),
  ),
);

const JOINING: ReadonlySet<string> = new Set(FILLERS.split(' '));

export function isFiller(word: string): boolean {
  return JOINING.has(word);
}

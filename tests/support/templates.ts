/** One address for each kind of page, and for the odd ones among them, relative to the site. */
export const TEMPLATES = {
  home: './',
  models: './models/',
  'models by price': './models/by/input/',
  model: './models/openai/gpt-4o/',
  'model with tiers': './models/google/gemini-2.5-pro/',
  'model with a long name': './models/cognitivecomputations/dolphin-mistral-24b-venice-edition/',
  'router with a dynamic price': './models/openrouter/auto/',
  'free variant': './models/openai/gpt-oss-20b/free/',
  alias: './models/~anthropic/claude-opus-latest/',
  'retired model': './models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/',
  'renamed model': './models/qwen/qwen3-235b-a22b-07-25/',
  'changes of a model': './changes/models/openai/gpt-4o/',
  categories: './categories/',
  category: './categories/programming/',
  authors: './authors/',
  'authors by newest model': './authors/by/newest/',
  author: './authors/openai/',
  'author whose models are retired': './authors/01-ai/',
  changes: './changes/',
  'changes of a month': './changes/2026-07/',
  'changes of an author': './changes/authors/anthropic/',
  'prices of a line of models': './families/anthropic/claude-sonnet/',
  retiring: './retiring/',
  retired: './retired/',
  charts: './charts/',
  feeds: './feeds/',
  search: './search/?q=gpt',
  'my list': './my/',
  about: './about/',
  api: './api/',
  'badges, cards and a table for other sites': './embed/',
  'not found': './404.html',
} as const satisfies Record<string, string>;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly (keyof typeof TEMPLATES)[];

/** Lists of the site `wide`. */
const WIDE_LISTS = [
  './models/',
  './authors/google/',
  './outputs/',
  './outputs/decisions/',
  './outputs/embeddings/',
  './outputs/image/',
  './outputs/speech/',
  './outputs/transcription/',
  './outputs/video/',
] as const;

/** Models of the site `wide`: one of each output, and with each kind of price that it has. */
const WIDE_MODELS = [
  './models/openai/text-embedding-3-small/',
  './models/krea/krea-2-large/',
  './models/x-ai/grok-imagine-image-quality/',
  './models/black-forest-labs/flux.2-pro/',
  './models/google/gemini-2.5-flash-image/',
  './models/google/veo-3.1/',
  './models/fish-audio/s2-pro/',
  './models/fish-audio/s2.1-pro-free/free/',
  './models/openai/whisper-1/',
  './models/openai/gpt-4o-transcribe/',
  './models/cohere/rerank-v3.5/',
  './models/openai/gpt-audio/',
  './models/google/lyria-3-pro-preview/',
  './models/example/decides/',
  './models/example/smells/',
  './models/example/nameless/',
] as const;

export const WIDE_PAGES = [...WIDE_LISTS, ...WIDE_MODELS] as const;

/**
 * Pages of the site `hostile` that show every field, including benchmarks and unknown fields, with extreme
 * texts.
 */
export const HOSTILE_PAGES = [
  './models/hostile/text-0/',
  './models/hostile/text-5/',
  './models/hostile/text-27/',
  './models/hostile/text-28/',
  './models/hostile/markdown-7/',
  './models/hostile/prototypes/',
  './retiring/',
] as const;

/** One address for each kind of page, and for the odd ones among them, relative to the site. */
export const TEMPLATES = {
  home: './',
  models: './models/',
  'models by price': './models/by/input/',
  model: './models/openai/gpt-4o/',
  'model with tiers': './models/google/gemini-2.5-pro/',
  'router with a dynamic price': './models/openrouter/auto/',
  'free variant': './models/openai/gpt-oss-20b/free/',
  alias: './models/~anthropic/claude-opus-latest/',
  categories: './categories/',
  category: './categories/programming/',
  authors: './authors/',
  author: './authors/openai/',
  about: './about/',
  'not found': './404.html',
} as const satisfies Record<string, string>;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly (keyof typeof TEMPLATES)[];

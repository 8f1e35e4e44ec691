import { z } from 'zod';
import { withoutTrailingSlash } from './catalog/address.ts';
import { UserError } from './files/user-error.ts';

const DEFAULT_API_URL = 'https://openrouter.ai/api/v1';

const onOff = (byDefault: 'on' | 'off') => z.enum(['on', 'off']).default(byDefault);

const AN_ADDRESS = 'an http or https address without password, "?" or "#"';
const address = z
  .string()
  // Check before parsing, because the URL parser drops spaces and line feeds.
  .regex(/^[^?#@\s\p{Cc}]+$/u, AN_ADDRESS)
  .pipe(z.url({ protocol: /^https?$/, error: AN_ADDRESS }));
const AN_ORIGIN = 'an address without a path, which goes into BASE_PATH';
const A_HOST = 'an address with the name of one host, such as https://models.example';
const ONE_HOST = /^https?:\/\/(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*|\[[\da-f:.]+\])(?::\d+)?\/*$/iu;

/** Variables whose values must not appear in errors. */
const SECRETS = ['OPENROUTER_API_KEY'];

/** Every variable that the project reads and its allowed values. An empty variable counts as not set. */
const variables = z.object({
  CATALOG_SOURCE: z.enum(['auto', 'live', 'capture']).default('auto'),
  CATALOG_CAPTURE: z.string().optional(),
  CATALOG_GUARD: onOff('on'),
  CATALOG_OUTPUTS: z.enum(['all', 'text']).default('all'),
  OPENROUTER_API_URL: address.default(DEFAULT_API_URL),
  OPENROUTER_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'one word of plain characters')
    .optional(),
  SITE_URL: address
    .refine((text) => (URL.parse(text)?.pathname ?? '/') === '/', AN_ORIGIN)
    .refine((text) => ONE_HOST.test(text), A_HOST)
    .default('http://localhost:4321'),
  BASE_PATH: z
    .string()
    .regex(/^\/$|^(?:\/[\w~-][\w.~-]*)+\/?$/, 'a path that starts with a slash, such as /catalog')
    .default('/'),
  SHOW_BENCHMARKS: onOff('on'),
  SHOW_DESCRIPTIONS: onOff('on'),
  OG_PICTURES: onOff('on'),
});

export interface Config {
  readonly source: 'auto' | 'live' | 'capture';
  /** Path of the operator's capture; `null` for the embedded one. */
  readonly capturePath: string | null;
  readonly guard: boolean;
  readonly outputs: 'all' | 'text';
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly apiKey: string | null;
  /** An origin, without a trailing slash. */
  readonly siteUrl: string;
  /** Starts with a slash; a trailing slash only for the root. */
  readonly basePath: string;
  readonly showBenchmarks: boolean;
  readonly showDescriptions: boolean;
  /** Whether Open Graph pictures are drawn. */
  readonly pictures: boolean;
}

/** Invalid variables, with one sentence for each: its name, its value, and the allowed values. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError';
}

/** Reads and validates all variables. Throws `ConfigError` if any is invalid. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const byName = Map.groupBy(parsed.error.issues, ({ path }) => String(path[0]));
    throw new ConfigError(
      [...byName].flatMap(([name, [issue]]) => (issue ? [sentence(name, given, issue)] : [])).join('\n'),
    );
  }
  const values = parsed.data;
  return {
    source: values.CATALOG_SOURCE,
    capturePath: values.CATALOG_CAPTURE ?? null,
    guard: values.CATALOG_GUARD === 'on',
    outputs: values.CATALOG_OUTPUTS,
    apiUrl: withoutTrailingSlash(values.OPENROUTER_API_URL),
    apiKey: values.OPENROUTER_API_KEY ?? null,
    siteUrl: withoutTrailingSlash(values.SITE_URL),
    basePath: withoutTrailingSlash(values.BASE_PATH) || '/',
    showBenchmarks: values.SHOW_BENCHMARKS === 'on',
    showDescriptions: values.SHOW_DESCRIPTIONS === 'on',
    pictures: values.OG_PICTURES === 'on',
  };
}

function sentence(name: string, given: Record<string, string | undefined>, issue: z.core.$ZodIssue): string {
  const mayBe =
    issue.code === 'invalid_value'
      ? issue.values.map((value) => JSON.stringify(value)).join(' or ')
      : issue.message;
  const was = SECRETS.includes(name) ? 'something else' : shownValue(given[name] ?? '');
  return `${name} is ${was}, but it may only be ${mayBe}. Set it so, or leave it out.`;
}

/** A value in quotes, without possible secrets in an address: text before an `@` or after a `?` or `#`. */
function shownValue(value: string): string {
  return value.includes('@')
    ? 'text with an "@" (not shown, because it may hold a password)'
    : JSON.stringify(value.replace(/([?#]).+/s, '$1…'));
}

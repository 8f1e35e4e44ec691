import { splitId } from './id.ts';
import type { ModelId } from './model.ts';
import { isUnclean } from './text.ts';

/**
 * Where a model's page lives under `/models/`: `author/slug` or `author/slug/variant`, without slashes at the ends.
 *
 * Each part is written so that every id has an address of its own, also where file names ignore case, and none leaves its
 * folder: a byte of the UTF-8 form outside `[a-z0-9._-]` becomes `~` and two hex digits; an alias keeps its leading `~`. What
 * a file system or a web server would read as something else is escaped in the same way: a dot at either end, the dot of an
 * ending such as `.json` (the machine twins have it), and the first letter of a Windows device name.
 */
type Address =
  { readonly path: string; readonly problem: null } | { readonly path: null; readonly problem: string };

/** `/models/by/` holds the sorted lists. */
const RESERVED_AUTHOR = 'by';

/** File systems stop at 255 bytes a name, and endings are added to it. */
const MAX_PART_LENGTH = 200;

const TILDE = 0x7e;
const PLAIN_BYTE = /[a-z0-9._-]/;
/** Plain bytes that are escaped where a part starts with them: a dot, and the first letters of device names. */
const ESCAPED_FIRST = /[.acnlp]/;
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const FILE_ENDING = /\.(?:html?|json|md|xml|atom|rss|ics|csv|txt|css|js|svg|png|webmanifest|gz|br)$/;

/** The address of an id, or why it can have none. */
export function addressOf(id: ModelId): Address {
  const parts = splitId(id);
  if (parts === null) return refuse('is not author/slug or author/slug:variant');
  const { author, slug, variant, isAlias } = parts;
  if (author === RESERVED_AUTHOR) {
    return refuse(`has the author "${RESERVED_AUTHOR}", whose address holds the sorted lists`);
  }
  if (author.includes(':')) return refuse('has a colon in its author');
  for (const part of variant === null ? [author, slug] : [author, slug, variant]) {
    if (part === '.' || part === '..') return refuse(`has the part "${part}", which would leave its folder`);
    if (/\p{Cc}/u.test(part)) return refuse('has a control character');
    if (!part.isWellFormed()) return refuse('has half a character (a lone surrogate)');
    // Shown as it is it would read as another id, and without them it would be one.
    if (isUnclean(part))
      return refuse('has characters that show nothing or turn text around, or marks without end');
  }
  const encoded = [
    isAlias ? encodeAliasAuthor(author) : encodePart(author),
    encodePart(slug),
    ...(variant === null ? [] : [encodePart(variant)]),
  ];
  return encoded.some((part) => part.length > MAX_PART_LENGTH)
    ? refuse(`has a part that takes more than ${MAX_PART_LENGTH} characters in an address`)
    : { path: encoded.join('/'), problem: null };
}

/** The path under `/models/` of an id that is known to have one; throws for any other. */
export function pathOf(id: ModelId): string {
  const { path, problem } = addressOf(id);
  if (path === null) throw new Error(`The id ${JSON.stringify(id)} ${problem}, so it has no address.`);
  return path;
}

/** The author's part of an address, for pages about the author. */
export function authorPathOf(author: string): string {
  return encodePart(author);
}

/** The id whose address is `path`; `null` when no id has it. */
export function idAt(path: string): ModelId | null {
  const [author, slug, variant, ...more] = path.split('/');
  if (author === undefined || slug === undefined || more.length > 0) return null;
  const slugText = decodePart(slug);
  const variantText = variant === undefined ? '' : decodePart(variant);
  if (slugText === null || variantText === null) return null;
  const rest = `${slugText}${variant === undefined ? '' : `:${variantText}`}`;
  // A leading ~ is an escaped byte or an alias's own; the address of the right reading is the path again.
  const authors = [decodePart(author), author.startsWith('~') ? decodePart(author.slice(1), '~') : null];
  return (
    authors
      .filter((text) => text !== null)
      .map((text) => `${text}/${rest}`)
      .find((id) => addressOf(id).path === path) ?? null
  );
}

function refuse(problem: string): Address {
  return { path: null, problem };
}

/** An alias keeps its `~`, unless `~` and what follows would read as a byte that `encodePart` escapes. */
function encodeAliasAuthor(author: string): string {
  const encoded = encodePart(author);
  const hex = /^[2-7][0-9a-f]/.exec(encoded)?.[0];
  const looksEscaped = hex !== undefined && mayEscape(String.fromCharCode(Number.parseInt(hex, 16)));
  return (looksEscaped ? escapeByte(TILDE) : '~') + encoded;
}

function mayEscape(character: string): boolean {
  return !PLAIN_BYTE.test(character) || ESCAPED_FIRST.test(character);
}

function encodePart(part: string): string {
  const device = DEVICE_NAME.test(part);
  const ending = FILE_ENDING.exec(part)?.index;
  const last = part.length - 1;
  let encoded = '';
  let index = 0;
  for (const character of part) {
    const mustEscape =
      (index === 0 && device) ||
      (character === '.' && (index === 0 || index === last || index === ending)) ||
      !PLAIN_BYTE.test(character);
    encoded += mustEscape ? [...new TextEncoder().encode(character)].map(escapeByte).join('') : character;
    index += character.length;
  }
  return encoded;
}

function escapeByte(byte: number): string {
  return `~${byte.toString(16).padStart(2, '0')}`;
}

function decodePart(part: string, before = ''): string | null {
  const bytes: number[] = [];
  for (let index = 0; index < part.length; index += 1) {
    if (part[index] !== '~') {
      bytes.push(part.charCodeAt(index));
      continue;
    }
    const hex = part.slice(index + 1, index + 3);
    if (!/^[0-9a-f]{2}$/.test(hex)) return null;
    bytes.push(Number.parseInt(hex, 16));
    index += 2;
  }
  try {
    return before + new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** `/catalog/` → `/catalog`, and `/` → nothing, so that a path of the site can follow. */
export function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

import { splitId } from './id.ts';
import type { ModelId } from './model.ts';
import { isUnclean } from './text.ts';

/**
 * Path of a model's page under `/models/`: `author/slug` or `author/slug/variant`, without slashes at the
 * ends.
 *
 * Encoding keeps the paths of two ids distinct, also on file systems that ignore case, and keeps every path
 * inside its folder. A byte of the UTF-8 form outside `[a-z0-9._-]` becomes `~` and two hex digits; an alias
 * keeps its leading `~`. Text with a special meaning to a file system or a web server is escaped in the same
 * way: a dot at either end, the dot of an extension such as `.json` (used by the machine-readable twins), and
 * the first letter of a Windows device name.
 */
type Address =
  { readonly path: string; readonly problem: null } | { readonly path: null; readonly problem: string };

/** `/models/by/` holds the sorted lists. */
const RESERVED_AUTHOR = 'by';

/** Most file systems allow 255 bytes in a name, and extensions are added to it. */
const MAX_PART_LENGTH = 200;

const TILDE = 0x7e;
const PLAIN_BYTE = /[a-z0-9._-]/;
/** Plain bytes that are escaped at the start of a part: a dot, and the first letters of device names. */
const ESCAPED_FIRST = /[.acnlp]/;
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
/** `.shields` too: `a/x.shields.json` is the twin of `a/x`, and would be the record of `a/x.shields`. */
const FILE_ENDING = /\.(?:html?|json|md|xml|atom|rss|ics|csv|txt|css|js|svg|shields|png|webmanifest|gz|br)$/;

/** The path of an id, or the reason why it has none. */
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
    // Shown unchanged, the id would look like another id; with these characters removed, it could be one.
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

/** The path of an id under `/models/`; throws where `addressOf` reports a problem. */
export function pathOf(id: ModelId): string {
  const { path, problem } = addressOf(id);
  if (path === null) throw new Error(`The id ${JSON.stringify(id)} ${problem}, so it has no address.`);
  return path;
}

/** The author's part of a path, for author pages. */
export function authorPathOf(author: string): string {
  return encodePart(author);
}

/** The id whose path is `path`; `null` when no id has it. */
export function idAt(path: string): ModelId | null {
  const [author, slug, variant, ...more] = path.split('/');
  if (author === undefined || slug === undefined || more.length > 0) return null;
  const slugText = decodePart(slug);
  const variantText = variant === undefined ? '' : decodePart(variant);
  if (slugText === null || variantText === null) return null;
  const rest = `${slugText}${variant === undefined ? '' : `:${variantText}`}`;
  // A leading `~` is an escaped byte or the mark of an alias. The right reading encodes back to `path`.
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

/**
 * An alias keeps its `~`, unless `~` and the next two characters look like a byte escaped by `encodePart`.
 */
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

/** `/catalog/` → `/catalog` and `/` → empty, so that a site path can be appended. */
export function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

import { addressOf } from '../catalog/address.ts';
import type { ModelId } from '../catalog/model.ts';

/** The characters that the font of the pictures has, as ranges of code points in hexadecimal. */
export const DRAWN =
  '20-7e a0-ff 131 152-153 2bb-2bc 2c6 2da 2dc 300-301 303-304 308-309 323 329 2002 2009 2013-2014 2018-201a 201c-201e 2022 2026 2032-2033 2039-203a 2044 20ac 2122 2191 2193 2212 2215';

const RANGES = DRAWN.split(' ').map((range) => {
  const [from = '', to = from] = range.split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
});

/** Whether the font has every character of a text. */
export function canDraw(text: string): boolean {
  return Array.from(text).every(isDrawn);
}

/** A name, or the id where the font lacks a character of the name. */
export function nameOrId(name: string, id: ModelId): string {
  return canDraw(name) ? name : drawnId(id);
}

/** An id, or the path of its page where the font lacks a character: paths are plain ASCII. */
export function drawnId(id: ModelId): string {
  return canDraw(id) ? id : (addressOf(id).path ?? onlyDrawn(id));
}

/** A text with a question mark for every character that the font lacks. */
export function onlyDrawn(text: string): string {
  return Array.from(text, (character) => (isDrawn(character) ? character : '?')).join('');
}

function isDrawn(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return RANGES.some(([from, to]) => point >= from && point <= to);
}

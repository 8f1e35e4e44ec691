import { makeBadge } from 'badge-maker';
import { date } from '../catalog/figures.ts';
import { headlineOf } from '../catalog/names.ts';
import { dayWords } from '../site/words/history.ts';
import { listedTag } from '../site/words/removal.ts';
import { shortPrice } from '../site/words/short-price.ts';
import { PALETTE } from '../styles/palette.ts';
import type { Paged } from './paged-models.ts';

/** A badge for a README: the name of a model, then its price, or what became of it. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  /** CSS color of the message, on which white text can be read. */
  readonly color: string;
}

const [[LABEL_COLOR], [LISTED], [RETIRING], [PAST]] = [
  PALETTE.soft,
  PALETTE.accent,
  PALETTE.warn,
  PALETTE.faint,
];

/** Longer names are cut: a badge stands in a line of text. */
const MAX_LABEL = 60;

/** `now`: the time of the data. */
export function badgeOf(paged: Paged, now: string): Badge {
  const label = shorten(headlineOf(paged.model));
  const status = statusTag(paged, now);
  if (paged.kind !== 'listed') return { label, message: status ?? '', color: PAST };
  return status === null
    ? { label, message: shortPrice(paged.model), color: LISTED }
    : { label, message: status, color: RETIRING };
}

/** What badges and cards say of a model that is not simply listed: `retiring Aug 24, 2026`. */
export function statusTag(paged: Paged, now: string): string | null {
  switch (paged.kind) {
    case 'listed':
      return listedTag(paged.model, now);
    case 'retired': {
      const { gone, renamedTo } = paged.retired;
      return renamedTo === null ? `retired ${dayWords(gone)}` : `retired: renamed ${dayWords(gone)}`;
    }
    case 'not-asked-for':
      return `last seen ${date(paged.known.lastSeen)}`;
  }
}

/** The badge in the form that badges of shields.io have, with its text for screen readers. */
export function badgeSvg({ label, message, color }: Badge): string {
  return makeBadge({ label, message, color, labelColor: LABEL_COLOR });
}

/** The same for `img.shields.io/endpoint`, which allows no other properties. */
export function shieldsAnswer({ label, message, color }: Badge) {
  return { schemaVersion: 1, label, message, color, labelColor: LABEL_COLOR };
}

function shorten(name: string): string {
  const characters = Array.from(new Intl.Segmenter('en').segment(name), ({ segment }) => segment);
  if (characters.length <= MAX_LABEL) return name;
  const first = characters.slice(0, MAX_LABEL - 1).join('');
  return `${first.trimEnd()}…`;
}

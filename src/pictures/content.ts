import type { StepChart } from '../site/charts/step-chart.ts';

/** A figure with its label above and its unit below. */
export interface PictureFact {
  readonly label: string;
  readonly value: string;
  /** Empty for a word that needs none. */
  readonly unit: string;
}

/** Input and output prices as steps. */
export type PictureChart = Omit<StepChart, 'names'>;

/** Everything that a picture shows. All of it is text that the font can draw. */
export interface PictureContent {
  /** Above the title: the author of a model, or what kind of list it is. */
  readonly kicker: string;
  readonly title: string;
  /** Below the title: an id, a slug or a sentence. */
  readonly subtitle: string;
  /** A state with its date, such as `Retiring Aug 24, 2026`. */
  readonly tag: string | null;
  readonly facts: readonly PictureFact[];
  readonly remarks: readonly string[];
  /** Lines beside the figures. */
  readonly list: readonly string[];
  readonly chart: PictureChart | null;
}

/** A fact in one line: `Input: $0.10 per million tokens`. */
export function factLine({ label, value, unit }: PictureFact): string {
  return unit === '' ? `${label}: ${value}` : `${label}: ${value} ${unit}`;
}

/** The alternative text of a picture: what it says, and whether it has a chart. */
export function altText({ kicker, title, tag, facts, remarks, list, chart }: PictureContent): string {
  return [
    `${kicker}: ${title}`,
    ...(tag === null ? [] : [tag]),
    ...facts.map(factLine),
    ...remarks,
    ...list,
    ...(chart === null ? [] : ['Price history chart']),
  ]
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

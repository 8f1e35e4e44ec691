import type { ModelId } from '../catalog/model.ts';

/** One piece of news about a model. */
export interface FeedItem {
  /** Unique in its feed, and the same in every build: its guid is made of it. */
  readonly key: string;
  readonly model: ModelId;
  /** One line of plain text. */
  readonly title: string;
  /** Safe HTML whose links are absolute. */
  readonly html: string;
  /** Absolute. */
  readonly link: string;
  /** ISO time of the capture that first showed it. */
  readonly date: string;
  readonly topic: string;
}

/** A feed before it is printed as RSS, Atom or JSON. Addresses are absolute. */
export interface Feed {
  readonly title: string;
  /** What it tells, and what it leaves out. */
  readonly about: string;
  /** The page that shows the same. */
  readonly page: string;
  /** Without the ending that each form has: `/feeds/new`. */
  readonly path: string;
  /** Where each form of it is. */
  readonly forms: Readonly<Record<FeedForm, string>>;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** ISO time of its newest item; without items that of the capture. */
  readonly updated: string;
}

/** The forms of a feed, by the ending of its address. */
export const FEED_FORMS = ['xml', 'atom', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

/** A feed holds so many items, but for that of all changes. */
export const MAX_ITEMS = 100;
/** The feed of all changes holds at least what the captures of so many days found, however much that is. */
export const LEAST_DAYS = 7;

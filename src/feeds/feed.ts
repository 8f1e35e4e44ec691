import type { ModelId } from '../catalog/model.ts';

/** One item of a feed, about a model. */
export interface FeedItem {
  /** Unique in its feed and the same in every build: the item's guid is made from it. */
  readonly key: string;
  readonly model: ModelId;
  /** One line of plain text. */
  readonly title: string;
  /** Safe HTML with absolute links. */
  readonly html: string;
  /** Absolute. */
  readonly link: string;
  /** ISO time of the capture that found it. */
  readonly date: string;
  readonly topic: string;
}

/** A feed before it is printed as RSS, Atom or JSON. All URLs are absolute. */
export interface Feed {
  readonly title: string;
  /** What the feed contains and what it leaves out. */
  readonly about: string;
  /** The page with the same content. */
  readonly page: string;
  /** Without the extension of a format: `/feeds/new`. */
  readonly path: string;
  /** The URL of each format. */
  readonly forms: Readonly<Record<FeedForm, string>>;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** ISO time of the newest item; without items, the time of the capture. */
  readonly updated: string;
}

/** The formats of a feed, by file extension. */
export const FEED_FORMS = ['xml', 'atom', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

/** Maximum number of items in a feed, except in the feed of all changes. */
export const MAX_ITEMS = 100;
/** The feed of all changes covers at least this many days, however many items that takes. */
export const MIN_DAYS = 7;

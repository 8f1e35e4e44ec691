import { capitalize, count, integer } from '../catalog/figures.ts';

/** Words for the contents of a list: in its status line, its caption, the document title, and copied text. */

/** What a list shows. */
export interface ListView {
  readonly shown: number;
  readonly total: number;
  readonly typed: string;
  /** Whether the rows have only similar words, because no row has the typed words. */
  readonly isSimilar: boolean;
  /** The filters, as `filterSentence` gives them. */
  readonly filters: string;
  /** As `orderWords` gives it; empty where lists of one page have different orders. */
  readonly order: string;
  /** The noun for a row, in singular. Defaults to `model`. */
  readonly noun?: string | undefined;
}

/** `128 of 337 models: image input, tools. By input price, lowest first.` */
export function listWords(view: ListView): string {
  const { shown, total, order, noun = 'model' } = view;
  const asked = askedWords(view);
  const matches =
    asked === '' ? `${count(total, noun)}.` : `${integer(shown)} of ${count(total, noun)}: ${asked}.`;
  return order === '' ? matches : `${matches} ${capitalize(order)}.`;
}

/** The title of a page that shows the view: `Image input, tools, by input price · All models · Modeldex`. */
export function titleWords(view: ListView, title: string): string {
  const words = [askedWords(view), view.order].filter((part) => part !== '').join(', ');
  return words === '' ? title : `${capitalize(words)} · ${title}`;
}

function askedWords({ typed, isSimilar, filters }: ListView): string {
  const text = typed === '' ? '' : isSimilar ? `names like “${typed}”` : `“${typed}”`;
  return [text, filters].filter((part) => part !== '').join(', ');
}

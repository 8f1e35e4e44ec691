import { isModality, isTextAlone, orderModalities } from '../../catalog/modalities.ts';
import { markup, type Html } from '../../site/html.ts';

/** Outlines on a 16 × 16 grid, one per modality; unknown modalities use the last one. */
const SHAPES = new Map(
  Object.entries({
    text: 'M3 4V3h10v1M8 3v10M6 13h4',
    image:
      'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM2.5 12l4-4 2.5 2.5L11 9l2.5 3M10.5 6h.1',
    file: 'M4 2h5l3 3v9H4zM9 2v3h3',
    audio: 'M2.5 7v2M5 5v6M7.5 3v10M10 5.5v5M12.5 7v2',
    video: 'M2.5 4h7A1 1 0 0 1 10.5 5v6a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM10.5 7.5l4-2v5l-4-2',
    embeddings: 'M3 3h.1M8 3h.1M13 3h.1M3 8h.1M8 8h.1M13 8h.1M3 13h.1M8 13h.1M13 13h.1',
    rerank: 'M3 4h10M3 8h7M3 12h4',
    speech: 'M3 6v4h2l3 3V3L5 6zM10.5 6a3 3 0 0 1 0 4M12.5 4a6 6 0 0 1 0 8',
    transcription: 'M3 5h10M3 8h10M3 11h6',
  }),
);
const OTHER_SHAPE = 'M8 12h.1M6 6a2 2 0 1 1 2.5 2L8 9.5';
const ARROW_SHAPE = 'M3 8h9M9 5l3 3-3 3';

const CELL = 19;
/** The maximum number of shapes at full size. */
const ROOM = 5;

interface Drawing {
  readonly id: string;
  readonly label: string;
  readonly shapes: readonly string[];
}

const NOT_STATED = 'not stated';
/** The id of an empty side. */
const NONE = '0';

/** Text-only output is left out in a table. A side without modalities has a shape of its own. */
function drawing(inputs: readonly string[], outputs: readonly string[]): Drawing {
  const takes = orderModalities(inputs);
  const gives = orderModalities(outputs);
  const plain = isTextAlone(gives);
  const shapesOf = (modalities: readonly string[]): string[] =>
    modalities.length === 0 ? [OTHER_SHAPE] : modalities.map((name) => SHAPES.get(name) ?? OTHER_SHAPE);
  const initials = (modalities: readonly string[]): string =>
    modalities.map((name) => (isModality(name) ? name.slice(0, 2) : 'x')).join('') || NONE;
  const names = (modalities: readonly string[]): string => modalities.join(', ') || NOT_STATED;
  return {
    id: `m-${initials(takes)}${plain ? '' : `-${initials(gives)}`}`,
    label: plain ? names(takes) : `${names(takes)} → ${names(gives)}`,
    shapes: plain ? shapesOf(takes) : [...shapesOf(takes), ARROW_SHAPE, ...shapesOf(gives)],
  };
}

/**
 * A reference to a drawing of `modalitySprite`, with a label for screen readers: `text, image → audio`, or
 * only the inputs if the output is text alone.
 */
export function modalityIcon(inputs: readonly string[], outputs: readonly string[]): Html {
  const { id, label } = drawing(inputs, outputs);
  return markup`<svg role="img" aria-label="${label}"><use href="#${id}"/></svg>`;
}

/** The drawings used on a page, each once. */
export function modalitySprite(
  models: readonly {
    readonly inputModalities: readonly string[];
    readonly outputModalities: readonly string[];
  }[],
): Html {
  const drawings = new Map(
    models.map((model) => drawing(model.inputModalities, model.outputModalities)).map((one) => [one.id, one]),
  );
  const symbols = [...drawings.values()].map(({ id, shapes }) => {
    const paths = shapes.map((d, index) => markup`<path d="${d}" transform="translate(${index * CELL})"/>`);
    // Scaled down if the column is too narrow for all of them.
    const width = Math.max(ROOM, shapes.length) * CELL;
    return markup`<symbol id="${id}" viewBox="0 0 ${width} 16" preserveAspectRatio="xMinYMid">${paths}</symbol>`;
  });
  return markup`<svg hidden>${symbols}</svg>`;
}

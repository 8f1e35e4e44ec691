import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';

/** The model family that a slug describes. */
interface Family {
  /** Words without versions, dates, sizes and stages: `claude`, `opus`. */
  readonly words: readonly string[];
  /** As written in the slug: `70b`. */
  readonly sizes: readonly string[];
  /** Stages that vary within a family: `preview`, `instruct`. */
  readonly stages: readonly string[];
}

const SIZE = /^(?:a|e)?\d+(?:x\d+)?[bmt]$/;
const STAGES: ReadonlySet<string> = new Set(
  'preview beta exp experimental latest instruct chat it hf base v the'.split(' '),
);

/** Parses `meta-llama/llama-3.1-70b-instruct` as the family `llama` of size `70b`. */
export function familyOf(id: ModelId): Family {
  const tokens = (splitId(id)?.slug ?? id).toLowerCase().split(/[^a-z0-9]+/);
  const sizes = tokens.filter((token) => SIZE.test(token));
  const words = tokens
    .filter((token) => !SIZE.test(token))
    .map((token) => token.replace(/\d+/g, ''))
    .filter((word) => word !== '');
  return {
    words: [...new Set(words.filter((word) => !STAGES.has(word)))],
    sizes,
    stages: words.filter((word) => STAGES.has(word)),
  };
}

/**
 * 0 for different first words, 1 for the same words; 0.1 more if the sizes agree, 0.01 less for each stage
 * that only `b` has.
 */
export function similarity(a: Family, b: Family): number {
  if (a.words[0] === undefined || a.words[0] !== b.words[0]) return 0;
  const shared = a.words.filter((word) => b.words.includes(word)).length;
  const share = shared / (a.words.length + b.words.length - shared);
  const sameSize = a.sizes.length > 0 && a.sizes.every((size) => b.sizes.includes(size));
  const newStages = b.stages.filter((stage) => !a.stages.includes(stage)).length;
  return share + (sameSize ? 0.1 : 0) - newStages * 0.01;
}

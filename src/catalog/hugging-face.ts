import { cleanLine } from './text.ts';

const PATTERN = /^[\w.-]+\/[\w.-]+$/;

/** Upstream's text as an `org/name` of Hugging Face; `null` where it is not one, including `''`. */
export function huggingFaceIdOf(text: string | null | undefined): string | null {
  const id = cleanLine(text ?? '');
  return PATTERN.test(id) ? id : null;
}

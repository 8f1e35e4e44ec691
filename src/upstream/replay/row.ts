import { parseDecimal, addDecimals, isNegative, type Decimal } from '../../catalog/decimal.ts';

/** The id of a raw row; `''` if it has none, as malformed rows may. */
export function idOf(row: unknown): string {
  return text(field(row, 'id')) ?? '';
}

export function nameOf(row: unknown): string {
  return text(field(row, 'name')) ?? '';
}

export function descriptionOf(row: unknown): string {
  return text(field(row, 'description')) ?? '';
}

/** The permanent slug, or the id for captures from before 2025-07, which have no slug. */
export function permanentSlugOf(row: unknown): string {
  return text(field(row, 'canonical_slug')) ?? idOf(row);
}

/** The author slug of the id, without the `~` of an alias. */
export function authorOf(row: unknown): string {
  return idOf(row).replace(/^~/, '').split('/', 1)[0] ?? '';
}

/** Unix seconds. */
export function createdOf(row: unknown): number | null {
  return number(field(row, 'created'));
}

export function contextOf(row: unknown): number | null {
  return number(field(row, 'context_length'));
}

export function parametersOf(row: unknown): readonly string[] {
  return texts(field(row, 'supported_parameters')) ?? [];
}

export function inputModalitiesOf(row: unknown): readonly string[] {
  return modalitiesOf(row, 'input_modalities', 0);
}

export function outputModalitiesOf(row: unknown): readonly string[] {
  return modalitiesOf(row, 'output_modalities', 1);
}

/**
 * Sum of the prompt and completion prices, which sorts like their average; `null` if dynamic or unreadable.
 */
export function priceOf(row: unknown): Decimal | null {
  const pricing = field(row, 'pricing');
  const prompt = parseDecimal(text(field(pricing, 'prompt')) ?? '');
  const completion = parseDecimal(text(field(pricing, 'completion')) ?? '');
  if (prompt === null || completion === null || isNegative(prompt) || isNegative(completion)) return null;
  return addDecimals(prompt, completion);
}

/**
 * The named list. If it is missing, that side of `text+image->text`, the only form in captures from before
 * 2025-04. If that is missing too, text.
 */
function modalitiesOf(row: unknown, key: string, side: 0 | 1): readonly string[] {
  const architecture = field(row, 'architecture');
  const arrow = text(field(architecture, 'modality')) ?? 'text->text';
  return texts(field(architecture, key)) ?? arrow.split('->')[side]?.split('+') ?? ['text'];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

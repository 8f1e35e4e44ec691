import { parseDecimal, addDecimals, isNegative, type Decimal } from '../../catalog/decimal.ts';

/** The id of a raw row; `''` when it has none, as broken rows may. */
export function idOf(row: unknown): string {
  return text(field(row, 'id')) ?? '';
}

export function nameOf(row: unknown): string {
  return text(field(row, 'name')) ?? '';
}

export function descriptionOf(row: unknown): string {
  return text(field(row, 'description')) ?? '';
}

/** The permanent slug, which captures from before 2025-07 lack; the id then. */
export function permanentSlugOf(row: unknown): string {
  return text(field(row, 'canonical_slug')) ?? idOf(row);
}

/** The author's slug in the id, without an alias's `~`. */
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

/** Prompt and completion price together, which orders rows as their average does; `null` when dynamic or unreadable. */
export function priceOf(row: unknown): Decimal | null {
  const pricing = field(row, 'pricing');
  const prompt = parseDecimal(text(field(pricing, 'prompt')) ?? '');
  const completion = parseDecimal(text(field(pricing, 'completion')) ?? '');
  if (prompt === null || completion === null || isNegative(prompt) || isNegative(completion)) return null;
  return addDecimals(prompt, completion);
}

/** The named list, else that side of `text+image->text`, which is all that captures from before 2025-04 have; else text. */
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

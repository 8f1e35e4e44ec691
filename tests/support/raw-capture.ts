import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PATH = fileURLToPath(new URL('../../../../shared/captures/raw/2026-08-22.json', import.meta.url));

/** Whether the real capture lies beside the project; tests that need it are skipped where it does not. */
export const hasRawCapture = existsSync(PATH);

export interface RawRow {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly context_length: number;
  readonly description: string;
  readonly supported_parameters: readonly string[];
  readonly default_parameters: Readonly<Record<string, number | null>> | null;
  readonly architecture: {
    readonly input_modalities: readonly string[];
    readonly output_modalities: readonly string[];
  };
  readonly reasoning?: { readonly supported_efforts?: readonly string[] };
}

export function rawRows(): readonly RawRow[] {
  return (JSON.parse(readFileSync(PATH, 'utf8')) as { data: RawRow[] }).data;
}

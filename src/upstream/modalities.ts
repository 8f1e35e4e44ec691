import type { WireRow } from './wire.ts';

export interface RowModalities {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/**
 * Input and output modalities as upstream sent them. Answers before April 2025 have only `modality`, such as
 * `text+image->text`.
 */
export function modalitiesOf({ architecture }: WireRow): RowModalities {
  const [input, output, ...more] = (architecture?.modality ?? '').split('->').map(listOf);
  const isReadable = input !== undefined && output !== undefined && more.length === 0;
  return {
    input: architecture?.input_modalities ?? (isReadable ? input : []),
    output: architecture?.output_modalities ?? (isReadable ? output : []),
  };
}

function listOf(text: string): readonly string[] {
  return text.split('+').filter((word) => word !== '');
}

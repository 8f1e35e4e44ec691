/** A row as upstream sends it, with our own words in it; `over` replaces whole fields. */
export function rawRow(id: string, over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    canonical_slug: id.replace(/:.*/, ''),
    name: `Maker: ${id}`,
    created: 1_700_000_000,
    description: 'A model made up for a test.',
    context_length: 8192,
    architecture: {
      modality: 'text->text',
      input_modalities: ['text'],
      output_modalities: ['text'],
      tokenizer: 'Other',
      instruct_type: null,
    },
    pricing: { prompt: '0.000001', completion: '0.000002' },
    top_provider: { context_length: 8192, max_completion_tokens: 4096, is_moderated: false },
    per_request_limits: null,
    supported_parameters: ['max_tokens', 'temperature'],
    ...over,
  };
}

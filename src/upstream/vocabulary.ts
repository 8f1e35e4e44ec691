import { MODALITIES } from '../catalog/modalities.ts';
import { PARAMETERS } from '../catalog/parameters.ts';
import { EFFORTS } from '../catalog/reasoning.ts';
import { WEEK } from '../catalog/tiers.ts';

/**
 * The values of upstream's open enums that have a label here. Any other value is kept, shown unchanged, and
 * reported.
 */
export const KNOWN_VALUES = {
  'architecture.input_modalities[]': Object.keys(MODALITIES),
  'architecture.output_modalities[]': Object.keys(MODALITIES),
  'architecture.tokenizer': [
    'Router',
    'Media',
    'Other',
    'GPT',
    'Claude',
    'Gemini',
    'Gemma',
    'Grok',
    'Cohere',
    'Nova',
    'Qwen',
    'Qwen3',
    'Yi',
    'DeepSeek',
    'Mistral',
    'Llama2',
    'Llama3',
    'Llama4',
    'PaLM',
    'RWKV',
  ],
  'architecture.instruct_type': [
    'none',
    'airoboros',
    'alpaca',
    'alpaca-modif',
    'chatml',
    'claude',
    'code-llama',
    'deepseek-r1',
    'deepseek-v3.1',
    'gemma',
    'llama2',
    'llama3',
    'mistral',
    'nemotron',
    'neural',
    'openchat',
    'phi3',
    'qwen3',
    'qwq',
    'rwkv',
    'vicuna',
    'zephyr',
  ],
  'supported_parameters[]': Object.keys(PARAMETERS),
  'reasoning.supported_efforts[]': Object.keys(EFFORTS),
  'reasoning.default_effort': Object.keys(EFFORTS),
  'pricing.overrides[].utc_days[]': WEEK,
} satisfies Readonly<Record<string, readonly string[]>>;

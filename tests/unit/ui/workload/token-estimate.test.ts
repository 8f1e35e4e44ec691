import { describe, expect, it } from 'vitest';
import { estimateWords } from '../../../../src/ui/workload/client/token-estimate.ts';
import { countTokens } from '../../../../src/ui/workload/client/tokenizer.ts';

describe('countTokens', () => {
  it('counts in the encoding o200k_base', () => {
    expect(countTokens('Hello, world!')).toBe(4);
    expect(countTokens('')).toBe(0);
  });

  it('counts what looks like a special token as text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });
});

describe('estimateWords', () => {
  it('names the encoding, and says that it is an estimate', () => {
    expect(estimateWords(1234, 5000)).toBe(
      'About 1,234 tokens in the encoding o200k_base of OpenAI. An estimate: other tokenizers may need fewer or more.',
    );
    expect(estimateWords(1, 5)).toMatch(/^About 1 token in/);
  });

  it('says where a text is longer than what is counted', () => {
    expect(estimateWords(9, 1_000_000)).toContain('Only the first 1,000,000 characters count.');
  });
});

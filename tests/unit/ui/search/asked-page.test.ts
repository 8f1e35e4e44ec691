import { describe, expect, it } from 'vitest';
import { textAskedFor } from '../../../../src/ui/search/client/asked-page.ts';

describe('textAskedFor', () => {
  it.each([
    ['/models/anthropic/claude-opus-9/', 'anthropic/claude-opus-9'],
    ['/models/openai/gpt-4o/nitro', 'openai/gpt-4o:nitro'],
    ['/openai/gpt-4o', 'openai/gpt-4o'],
    ['/models/gpt-4o/', 'gpt-4o'],
    ['/model/gpt-4o.html', 'gpt-4o'],
    ['/authors/antropic/', 'antropic'],
    ['/changes/models/openai/gpt-4o/', 'openai/gpt-4o'],
    ['/category/coding/', 'coding'],
    ['/feed.xml', 'feed'],
    ['/categorys/', 'categorys'],
    ['/author/', 'author'],
    ['/caf%C3%A9/', 'café'],
    ['/100%/', '100%'],
    ['/', ''],
  ])('reads what %s asks for', (address, text) => {
    expect(textAskedFor(address)).toBe(text);
  });
});

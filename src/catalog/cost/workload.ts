/**
 * The expected use of a model: the size of one request, and the requests a month. Tokens, searches and
 * requests are zero or above.
 */
export interface Workload {
  /** Tokens sent with each request, including cached ones. */
  readonly inputTokens: number;
  /** Tokens of each answer, without thinking tokens. */
  readonly outputTokens: number;
  /** Thinking tokens of each answer, on top of `outputTokens`. Models without reasoning have none. */
  readonly thinkingTokens: number;
  /** The share of the input that is read from a cache, 0–1. */
  readonly cachedShare: number;
  /** The share of the input that is written to a cache, 0–1. The two shares add up to at most 1. */
  readonly cacheWriteShare: number;
  /** Web searches per request. */
  readonly searches: number;
  readonly requestsPerMonth: number;
  /** Whether the prices of a listed batch variant apply. */
  readonly isBatch: boolean;
}

/** One request a month without tokens and searches. */
export const NO_WORKLOAD: Workload = {
  inputTokens: 0,
  outputTokens: 0,
  thinkingTokens: 0,
  cachedShare: 0,
  cacheWriteShare: 0,
  searches: 0,
  requestsPerMonth: 1,
  isBatch: false,
};

export interface WorkloadPreset {
  readonly label: string;
  /** The assumptions behind the figures, in one sentence. */
  readonly assumptions: string;
  readonly workload: Workload;
}

/** Workloads to choose from. The first is the typical one, used if none is set. */
export const WORKLOAD_PRESETS = {
  chat: {
    label: 'Chat',
    assumptions: 'A conversation of a few turns: half of each prompt is the cached history.',
    workload: {
      ...NO_WORKLOAD,
      inputTokens: 2000,
      outputTokens: 400,
      cachedShare: 0.5,
      requestsPerMonth: 10_000,
    },
  },
  rag: {
    label: 'RAG',
    assumptions: 'A question with retrieved passages: only the instructions, a tenth, are cached.',
    workload: {
      ...NO_WORKLOAD,
      inputTokens: 8000,
      outputTokens: 500,
      cachedShare: 0.1,
      requestsPerMonth: 10_000,
    },
  },
  'coding-agent': {
    label: 'Coding agent',
    assumptions: 'Many steps over the same files: most of each prompt is cached.',
    workload: {
      ...NO_WORKLOAD,
      inputTokens: 30_000,
      outputTokens: 2000,
      cachedShare: 0.7,
      requestsPerMonth: 5000,
    },
  },
  'batch-extraction': {
    label: 'Batch extraction',
    assumptions: 'One record from each document, at batch prices where a batch variant is listed.',
    workload: {
      ...NO_WORKLOAD,
      inputTokens: 4000,
      outputTokens: 300,
      requestsPerMonth: 50_000,
      isBatch: true,
    },
  },
  'long-document': {
    label: 'Long-document Q&A',
    assumptions: 'Several questions on one long document: it is written to the cache once in ten requests.',
    workload: {
      ...NO_WORKLOAD,
      inputTokens: 150_000,
      outputTokens: 1000,
      cachedShare: 0.9,
      cacheWriteShare: 0.1,
      requestsPerMonth: 500,
    },
  },
} as const satisfies Record<string, WorkloadPreset>;

/** The URL parameters of a workload. In its own file, because every list loads it. */
export const WORKLOAD_NAMES = ['wi', 'wo', 'wt', 'wc', 'ww', 'ws', 'wr', 'wb'] as const;

export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

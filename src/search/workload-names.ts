/** The parameters of an address that hold a workload. A file of its own, because every list loads it. */
export const WORKLOAD_NAMES = ['wi', 'wo', 'wt', 'wc', 'ww', 'ws', 'wr', 'wb'] as const;

export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/**
 * Most are steady, or grow or shrink with what they earn. A young company spends capital until it earns; one that is
 * "lost" loses a main customer, or custom to a rival, and finds other sales in time; a "dry" one loses nearly all.
 */
export type Fate = "steady" | "growing" | "shrinking" | "young" | "lost" | "dry";

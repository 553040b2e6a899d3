/** What is said where an address asks for what there is not. */
export const notHere = (asked: string): string => `“${asked}” is not here; showing another.`;

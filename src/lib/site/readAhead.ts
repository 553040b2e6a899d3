/** The mark in a page's timeline from which on it loads nothing for its first look, but what it may need later. */
export const readAhead = "read-ahead";

/** Where the figures of the page are from. */
export const ownSource = "your files, read in this browser";

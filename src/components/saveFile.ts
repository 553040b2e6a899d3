/** Hands a file to the browser, which keeps it where the reader says. */
export function saveFile(file: Blob, name: string, document: Document): void {
  const {URL, setTimeout} = document.defaultView ?? globalThis;
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

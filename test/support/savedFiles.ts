/** A file that a page handed over. */
export interface SavedFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** The files that a page in Node hands over from now on, in their order. */
export function savedFiles(window: Window & typeof globalThis): readonly SavedFile[] {
  const saved: SavedFile[] = [];
  let last: Blob;
  window.URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return "blob:x";
  };
  window.URL.revokeObjectURL = () => undefined;
  window.HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = last;
    saved.push({name: this.download, bytes: () => bytesOf(window, blob)});
  };
  return saved;
}

/** What is in a blob, whether of Node or of the page, which has no `arrayBuffer`. */
async function bytesOf(window: Window & typeof globalThis, blob: Blob): Promise<Uint8Array> {
  if (!(blob instanceof window.Blob)) return new Uint8Array(await (blob as Blob).arrayBuffer());
  const reader = new window.FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}

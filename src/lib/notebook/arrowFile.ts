/** What is asked of the package apache-arrow, which a page loads with the engine. */
export type Arrow = Pick<typeof import("apache-arrow"), "tableFromIPC" | "tableToIPC">;

/**
 * An Arrow file, or a stream of it, as the stream that the engine takes, and its rows. Throws, naming the file, on
 * what is cut off or packed.
 */
export function arrowStream(
  bytes: Uint8Array,
  file: string,
  {tableFromIPC, tableToIPC}: Arrow,
): {readonly bytes: Uint8Array; readonly rowCount: number} {
  const isFile = String.fromCharCode(...bytes.subarray(0, 6)) === "ARROW1";
  if (isFile && String.fromCharCode(...bytes.subarray(-6)) !== "ARROW1")
    throw new Error(`${file} is cut off: it ends too early (write or copy it again)`);
  try {
    const table = tableFromIPC(bytes);
    if (table.numCols === 0) throw new Error("no columns");
    return {bytes: tableToIPC(table, "stream"), rowCount: table.numRows};
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(
      /compression/i.test(words)
        ? `${file} is packed within (write it without compression)`
        : `${file} is no whole Arrow file: ${words} (write or copy it again)`,
      {cause: error},
    );
  }
}

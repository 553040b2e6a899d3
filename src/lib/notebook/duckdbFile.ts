/** So many first bytes of a file of DuckDB say how long it is: a main header and two that are written in turns. */
export const duckdbHeaderBytes = 3 * 4096;

/**
 * Throws, naming the file, where a database of DuckDB is shorter than its header says: the engine waits for the rest
 * without an end. Headers hold, behind a checksum, four numbers of 8 bytes and the size of a block; of two headers the
 * one with the higher first number is in force (duckdb/src/storage/single_file_block_manager.cpp).
 */
export function assertWholeDuckdb(header: Uint8Array, {name, size}: {name: string; size: number}) {
  const cut = `${name} is cut off: it ends too early (copy it again)`;
  if (header.length < duckdbHeaderBytes) throw new Error(cut);
  const view = new DataView(header.buffer, header.byteOffset);
  const number = (at: number) => Number(view.getBigUint64(at, true));
  const start = number(4096 + 8) > number(8192 + 8) ? 4096 : 8192;
  const [blockCount, blockBytes] = [number(start + 32), number(start + 40) || 262_144];
  if (size < duckdbHeaderBytes + blockCount * blockBytes) throw new Error(cut);
}

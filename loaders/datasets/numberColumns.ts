/** Large answers in columns of numbers: half a million rows as objects take seconds, and these take half of one. */
import {type DuckDBDataChunk, type DuckDBResult, DuckDBTypeId} from "@duckdb/node-api";
import type {Queries} from "./bank.js";

type NumberColumn = Int32Array | Float64Array;

/** The columns of a query, without an object for each row or value: INTEGER as 32 bits, DOUBLE as 64. No value is null. */
export async function readNumberColumns<Columns extends readonly NumberColumn[]>(
  {connection}: Pick<Queries, "connection">,
  sql: string,
): Promise<Columns> {
  const result = await connection.stream(sql);
  const kinds = kindsOf(result);
  const parts: NumberColumn[][] = kinds.map(() => []);
  let length = 0;
  for await (const chunk of chunksOf(result)) {
    length += chunk.rowCount;
    kinds.forEach((Kind, at) => {
      parts[at]!.push(columnOf(chunk, at, Kind));
    });
  }
  const columns = kinds.map((Kind, at) => {
    const whole = new Kind(length);
    let from = 0;
    for (const part of parts[at]!) {
      whole.set(part, from);
      from += part.length;
    }
    return whole;
  });
  return columns as readonly NumberColumn[] as Columns;
}

/** The columns of a query of integers and doubles, some 2,000 rows at a time: what is summed need not be held. */
export async function* streamNumberColumns(
  {connection}: Pick<Queries, "connection">,
  sql: string,
): AsyncGenerator<readonly NumberColumn[]> {
  const result = await connection.stream(sql);
  const kinds = kindsOf(result);
  for await (const chunk of chunksOf(result))
    yield kinds.map((Kind, at) => columnOf(chunk, at, Kind));
}

type Kind = typeof Int32Array | typeof Float64Array;

const kindsOf = (result: DuckDBResult): Kind[] =>
  result
    .columnTypes()
    .map(({typeId}) => (typeId === DuckDBTypeId.INTEGER ? Int32Array : Float64Array));

/** A column of a chunk, copied: the chunk's own list of it takes three times as long. */
function columnOf(chunk: DuckDBDataChunk, at: number, Kind: Kind): NumberColumn {
  const vector = chunk.getColumnVector(at);
  const column = new Kind(vector.itemCount);
  for (let row = 0; row < column.length; row++) column[row] = vector.getItem(row) as number;
  return column;
}

async function* chunksOf(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk;
  }
}

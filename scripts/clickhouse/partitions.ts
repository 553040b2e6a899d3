import {type Ask, askText} from "../../loaders/clickhouse/ask.js";

/** A month of a table, or all of a table that is not kept by month. */
export interface Partition {
  /** As ClickHouse names it: `202610`, or `all`. */
  readonly partition: string;
  readonly rows: number;
  /** The same for the same rows in any order; each row counts as often as it stands there. */
  readonly content: string;
}

/** The partitions of a table, by name. */
export async function partitionsOf(ask: Ask, table: string): Promise<Partition[]> {
  const answer = await askText(
    ask,
    `select _partition_id, count(*), sum(sipHash64(tuple(*))) from ${table}
    group by _partition_id
    order by _partition_id
    format TSV`,
  );
  return answer
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [partition, rows, hash] = line.split("\t");
      return {partition: partition!, rows: Number(rows), content: `${rows} ${hash}`};
    });
}

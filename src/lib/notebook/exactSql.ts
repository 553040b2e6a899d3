/**
 * A query whose answer reaches the page whole. Arrow in JavaScript reads intervals wrongly, cuts instants to
 * milliseconds and leaves a time without its zone: what it does not carry as it is, the engine writes as text, in its
 * own words. It also reads two columns of one name by the type of the last: behind `from` the engine gives each its own.
 */
import {quotedName} from "../quotedSql.js";

export interface EngineColumn {
  readonly name: string;
  /** In the engine's words, such as `DECIMAL(18,2)`. */
  readonly type: string;
}

const carried =
  /^(BOOLEAN|U?(TINY|SMALL|BIG)INT|U?INTEGER|HUGEINT|DECIMAL\(\d+,\d+\)|DOUBLE|VARCHAR|UUID|ENUM\(.*\))$/s;

/** What stands before that which is selected from; it has these columns, each with a name of its own. */
export function exactSql(columns: readonly EngineColumn[]): string {
  if (columns.every(({type}) => carried.test(type))) return "from";
  const parts = columns.map(({name, type}) => {
    const column = quotedName(name);
    return carried.test(type) ? column : `${written(column, type)} as ${column}`;
  });
  return `select ${parts.join(", ")} from`;
}

function written(value: string, type: string): string {
  const text = `cast(${value} as varchar)`;
  // a double has other digits than the float that it is made of: 0.10000000149011612 of 0.1
  return type === "FLOAT" ? `cast(${text} as double)` : text;
}

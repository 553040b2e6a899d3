/**
 * Tables that somebody has in MariaDB beside the bank’s: `sql/extract/own/campaigns.sql` is a SELECT over them, and fills
 * `bank.campaigns`. Its columns are declared in its header, name and type, because the site is checked without a database:
 *
 *     -- Columns: campaign_id id, name text, started_on day, budget_eur money.
 */
import {existsSync} from "node:fs";
import {relative} from "node:path";
import {suggestion} from "../src/lib/nearest.js";
import {projectRoot} from "./environment.js";
import {duckdbTypes, type Extract, type ExtractColumn, extractNames} from "./extracts.js";
import {ownExtractFolder, readSqlFolder, type SqlText} from "./sqlText.js";

/** What a snapshot holds beside extracts and derived tables. */
const made = ["categories", "snapshot", "snapshot_tables"];

/**
 * The extracts of `sql/extract/own/`, by name; none where there is no such folder. Throws on a name of the bank’s own,
 * which are those of its extracts and `derived`, and on columns that are not declared, with file and line.
 */
export function readOwnExtracts(
  derived: readonly SqlText[],
  folder: string = ownExtractFolder,
): Extract[] {
  if (!existsSync(folder)) return [];
  const taken = [...extractNames, ...derived.map(({name}) => name), ...made];
  return readSqlFolder(folder).map((text) => {
    const path = relative(projectRoot, text.file);
    if (taken.includes(text.name))
      throw new Error(`${path}: ${text.name} is a table of the bank (give the file another name)`);
    if (!/^[a-z]\w*$/.test(text.name))
      throw new Error(`${path}: no name of a table: ${text.name} (small letters, digits and _)`);
    return {...text, columns: declaredColumns(text, path)};
  });
}

function declaredColumns({sql}: SqlText, path: string): ExtractColumn[] {
  const lines = sql.split("\n");
  const start = lines.findIndex((line) => /^-- Columns:/.test(line));
  if (start < 0) {
    const example = "-- Columns: campaign_id id, started_on day, budget_eur money.";
    throw new Error(`${path}: no columns declared (write in its header: ${example})`);
  }
  const end = lines.findIndex((line, at) => at >= start && /\.\s*$/.test(line));
  const declared = lines.slice(start, (end < 0 ? start : end) + 1);
  return declared.flatMap((line, offset) =>
    line
      .replace(/^--( Columns:)?|\.\s*$|\([^)]*\)/g, "")
      .split(",")
      .filter((part) => part.trim() !== "")
      .map((part) => columnOf(part.trim(), `${path}:${start + offset + 1}`)),
  );
}

function columnOf(text: string, place: string): ExtractColumn {
  const [name = "", type = "", ...more] = text.split(/\s+/);
  if (!/^\w+$/.test(name) || more.length > 0)
    throw new Error(`${place}: no column and its type: ${text} (as in: budget_eur money)`);
  if (!isColumnType(type)) {
    const step = suggestion(type, Object.keys(duckdbTypes));
    throw new Error(`${place}: unknown type of ${name}: ${type || "none"}${step}`);
  }
  return {name, type, nullable: true};
}

const isColumnType = (text: string): text is ExtractColumn["type"] => text in duckdbTypes;

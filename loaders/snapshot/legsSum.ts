import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows} from "../rows.js";

/**
 * The alarm for what was read of a ledger that is posted to meanwhile: rules 1 and 6 of `sql/checks/`, over the legs in
 * the snapshot. What never crossed the border sums to zero, and each transfer has an even number of legs: an id that
 * stands there twice leaves nothing in `bit_xor`. One pass without a group; the transfers are looked for only when
 * something is wrong. CSV files are not asked: whoever edits them sees on the page of records which rows break a rule.
 * Throws with the sum and the first transfers.
 */
export async function assertLegsSum(connection: DuckDBConnection): Promise<void> {
  const inside = "from bank.transactions where counterparty_id is null";
  const [sums] = await readRows(
    await connection.run(
      `select coalesce(sum(amount_eur), 0) as sum_eur, coalesce(bit_xor(transfer_id), 0) as odd_ids ${inside}`,
    ),
  );
  if (sums!.sum_eur === 0 && sums!.odd_ids === 0) return;
  const broken = await readRows(
    await connection.run(
      `select transfer_id ${inside} group by transfer_id
      having transfer_id is null or count(*) <> 2 or sum(amount_eur) <> 0 order by transfer_id limit 3`,
    ),
  );
  const which = broken.map(({transfer_id}) => transfer_id ?? "none").join(", ");
  throw unsummed("legs", sums!.sum_eur, `, transfer ${which}`);
}

/** The same over monthly sums, where the legs stayed in the source: transfers between accounts here leave nothing. */
export async function assertSumsSum(connection: DuckDBConnection): Promise<void> {
  const [sums] = await readRows(
    await connection.run(
      "select coalesce(sum(amount_eur), 0) as sum_eur from bank.account_flows where other_side <> 'outside'",
    ),
  );
  if (sums!.sum_eur === 0) return;
  throw unsummed("sums", sums!.sum_eur);
}

function unsummed(what: "legs" | "sums", sum_eur: unknown, which = ""): Error {
  return new Error(
    `${what} were read that do not sum up: ${sum_eur} EUR inside the bank instead of 0${which} (run again if somebody was posting; what stays breaks rule 1 or 6, and npm run db:load names it)`,
  );
}

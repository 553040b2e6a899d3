/** Which columns of accounts are the holder's, where their headings leave it open. */
import {accountSide, isEitherSide} from "./accountSide.js";
import type {ColumnProfile} from "./columnProfile.js";
import type {Role} from "./columnWords.js";
import {plainHeading} from "./heading.js";
import type {SourceRow} from "./sourceRows.js";

interface Found {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
}

export interface AccountTable {
  readonly rows: readonly SourceRow[];
  readonly headings: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  /** The account that the lines above the table name; empty where they name none. */
  readonly said: string;
}

const names: readonly Role[] = ["counterparty", "payee", "payer"];

/** The roles with each account on its side, and the columns whose side nothing tells, which are used for neither. */
export function accountColumns(
  found: readonly Found[],
  {rows, headings, profiles, said}: AccountTable,
): {found: Found[]; open: number[]} {
  const isOpen = ({column, role}: Found) =>
    (role === "account" || role === "counterAccount") &&
    profiles[column]!.accounts >= 0.5 &&
    isEitherSide(plainHeading(headings[column]!));
  const [either, clear] = [found.filter(isOpen), found.filter((one) => !isOpen(one))];
  if (either.length === 0) return {found: [...found], open: []};
  const isTaken = (role: Role) =>
    clear.some((one) => one.role === role && profiles[one.column]!.accounts >= 0.5);
  const named = found.filter(({role}) => names.includes(role)).map(({column}) => column);
  const sides = either.map((one) => {
    const {column} = one;
    const side = accountSide({
      heading: plainHeading(headings[column]!),
      rows: rows.map(({cells}) => ({
        account: cells[column] ?? "",
        name:
          named.length > 0
            ? named
                .map((at) => cells[at] ?? "")
                .join(" ")
                .trim()
            : undefined,
      })),
      said,
      isBesideName: named.includes(column - 1),
    });
    return {one, side};
  });
  const isOwnKnown = isTaken("account") || sides.some(({side}) => side === "account");
  const isOtherKnown =
    isTaken("counterAccount") || sides.some(({side}) => side === "counterAccount");
  const settled = sides.map(({one, side}) => {
    if (side !== "open") return {one, side};
    if (isOwnKnown === isOtherKnown) return {one, side};
    return {one, side: isOwnKnown ? ("counterAccount" as const) : ("account" as const)};
  });
  return {
    found: [
      ...clear,
      // a number is a better name than the product's
      ...settled.flatMap(({one, side}) =>
        side === "open" ? [] : [{...one, role: side, score: one.score + 1}],
      ),
    ],
    open: settled.filter(({side}) => side === "open").map(({one}) => one.column),
  };
}

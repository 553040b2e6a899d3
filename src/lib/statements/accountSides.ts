/**
 * The holder's account and the other side's in each row. Some banks write from which account to which money went: then
 * the holder's is in either column, by the direction, and it is the one number that both columns have.
 */
import {plainIban} from "../classify/payment.js";
import type {Columns} from "./columns.js";

interface Sides {
  /** Empty where the row does not say it. */
  readonly account: string;
  readonly counterAccount: string;
}

type Cells = readonly string[];

/** The accounts of a row, as written. */
export function accountSides(
  rows: readonly {readonly cells: Cells}[],
  columns: Columns,
): (cells: Cells) => Sides {
  const [first = -1, second = -1] = [...columns.of("account"), ...columns.of("counterAccount")];
  const changing = changingAccount(rows, first, second);
  const [own, other] = [ownAccountColumn(columns), columns.first("counterAccount")];
  return (cells) => {
    if (changing === undefined)
      return {account: cells[own] ?? "", counterAccount: cells[other] ?? ""};
    const [one, two] = [cells[first] ?? "", cells[second] ?? ""];
    return plainIban(one) === changing
      ? {account: one, counterAccount: two}
      : {account: two, counterAccount: one};
  };
}

/** The number that each row has in one of two columns, and that is not always in the same; undefined where none is. */
function changingAccount(
  rows: readonly {readonly cells: Cells}[],
  first: number,
  second: number,
): string | undefined {
  const pairs = rows.map(({cells}) => [
    plainIban(cells[first] ?? ""),
    plainIban(cells[second] ?? ""),
  ]);
  const firsts = new Set(pairs.map(([account]) => account));
  const both = new Set(
    pairs.flatMap(([, account]) => (account && firsts.has(account) ? account : [])),
  );
  return [...both].find(
    (number) =>
      pairs.every((pair) => pair.includes(number)) && pairs.some(([account]) => account !== number),
  );
}

/**
 * The column of the holder's account, where several may be: one that has its number in every row is better than a name
 * of it (`Giro`), and a name in every row than the card of some; −1 where none has it.
 */
function ownAccountColumn({of, profiles}: Pick<Columns, "of" | "profiles">): number {
  const worth = (column: number) => {
    const {accounts, filled} = profiles[column]!;
    return filled + (accounts >= 0.5 ? filled : 0);
  };
  return of("account").toSorted((a, b) => worth(b) - worth(a))[0] ?? -1;
}

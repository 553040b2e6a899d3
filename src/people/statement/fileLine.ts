/** What was recognised of one file, in one line. */
import {extent} from "d3-array";
import type {Problem} from "../../lib/statements/ledgerRows.js";
import {type Unsigned, unsignedDoubts} from "../../lib/statements/unsigned.js";
import type {DateChoice, NamedFile} from "./ownFile.js";
import type {AccountKind} from "./settings.js";

export interface FileLine {
  readonly id: string;
  readonly name: string;
  readonly kind: NamedFile["file"]["kind"];
  /** The accounts that it has rows of. */
  readonly accounts: readonly {readonly account: string; readonly kind: AccountKind}[];
  readonly row_count: number;
  /** Those that no other file had. */
  readonly added_count: number;
  readonly trade_count: number;
  readonly first: string;
  readonly last: string;
  readonly currencies: readonly string[];
  readonly encoding: string;
  /** Whether all balances that the file states follow from its rows, and so their signs. */
  readonly is_proven: boolean;
  readonly left_out: readonly {readonly reason: string; readonly count: number}[];
  readonly problems: readonly Problem[];
  readonly doubts: readonly string[];
  /** How many rules a rules file has. */
  readonly rule_count: number;
  readonly question: DateChoice | undefined;
  /** What its amounts are taken for, where they are written without a sign. */
  readonly unsigned: Unsigned | undefined;
  readonly error: string;
}

const nothing = {
  accounts: [],
  row_count: 0,
  added_count: 0,
  trade_count: 0,
  first: "",
  last: "",
  currencies: [],
  encoding: "",
  is_proven: false,
  left_out: [],
  problems: [],
  doubts: [],
  rule_count: 0,
  question: undefined,
  unsigned: undefined,
  error: "",
} as const;

export function fileLine(
  {id, name, file}: NamedFile,
  added_count: number,
  kinds: ReadonlyMap<string, AccountKind>,
): FileLine {
  const line = {...nothing, id, name, kind: file.kind};
  if (file.kind === "error") return {...line, error: file.message};
  if (file.kind === "question") return {...line, question: file.question};
  if (file.kind === "rules") return {...line, rule_count: file.count};
  const {rows, trades, leftOut, problems, doubts, recognised} = file.statement;
  const {unsigned, balanceCount} = recognised;
  const [first = "", last = ""] = extent([...rows, ...trades], ({date}) => date);
  const accounts = [...new Set(rows.map(({account}) => account))];
  const reasons = new Map<string, number>();
  for (const {reason} of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    ...line,
    accounts: accounts.map((account) => ({account, kind: kinds.get(account) ?? "checking"})),
    row_count: rows.length,
    added_count,
    trade_count: trades.length,
    first,
    last,
    currencies: [...new Set([...rows, ...trades].map(({currency}) => currency).filter(Boolean))],
    encoding: recognised.encoding,
    is_proven: balanceCount !== undefined && balanceCount.held === balanceCount.all,
    left_out: [...reasons].map(([reason, count]) => ({reason, count})),
    problems,
    // said beside the buttons that settle it
    doubts: doubts.filter((doubt) => !unsigned || doubt !== unsignedDoubts[unsigned]),
    unsigned,
  };
}

import {combobox} from "../../components/combobox.js";
import {builder} from "../../components/dom.js";
import {type KeyedFile, keyedRows} from "../../components/keyed.js";
import {nameRows} from "../../components/nameRows.js";
import {urlState} from "../../components/urlState.js";
import {findNames} from "../../lib/site/searchNames.js";
import type {AccountRow} from "./rows.js";

export type AccountFinder = HTMLElement & {value: string};

interface Files {
  /** `search-names.keyed` */
  readonly names: KeyedFile;
  /** `account-statement.keyed` */
  readonly statements: KeyedFile;
}

/** Who is found, or an account by its number. */
interface Hit {
  readonly account: string;
  readonly name: string;
  readonly detail: string;
}

/**
 * An account, found by the name of its owner or by its number; any link on the page to `?account=…` sets it too. It is in the
 * address; going back takes back. Its value is the account's number.
 */
export function accountFinder(
  initial: string,
  {names, statements}: Files,
  {document = globalThis.document} = {},
): AccountFinder {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const state = urlState("account", window);
  const find = async (query: string) => {
    const hits = /^(ind|com)-/.test(query.trim())
      ? await byNumber(query.trim(), statements)
      : await byName(query, names);
    return {items: hits, count: hits.length};
  };
  const id = "account-finder";
  const status = html("p", {class: "picker-status", role: "status"});
  const {input, list, open, close} = combobox<Hit>({
    id,
    label: "Account",
    placeholder: "Owner’s name, or a number like ind-000017-chk",
    find,
    draw: ({name, detail}) => [html("span", {}, name), html("span", {class: "detail"}, detail)],
    choose: ({account}) => {
      input.value = "";
      close();
      show(account, true);
    },
    onFound: ({count}, query) => {
      status.textContent =
        query.trim() !== "" && count === 0 ? `No account for “${query.trim()}”` : "";
    },
    document,
  });
  const root = html(
    "div",
    {class: "picker"},
    html("label", {for: id}, "Find an account"),
    html("div", {class: "picker-box"}, input, list),
    status,
  ) as unknown as AccountFinder;
  const show = (account: string, isStep: boolean) => {
    if (isStep) state.set(account, {isStep: account !== root.value});
    root.value = account;
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  input.addEventListener("input", (event) => {
    event.stopPropagation(); // typing is not yet a choice
    open(input.value);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>(
      'a[href^="?account="]',
    );
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(new URL(link.href).searchParams.get("account") ?? initial, true);
    document.getElementById("admin-statement")?.scrollIntoView({block: "start"});
  });
  state.onChange((account) => show(account ?? initial, false));
  root.value = state.get() ?? initial;
  return root;
}

async function byName(query: string, names: KeyedFile): Promise<Hit[]> {
  const rowsOf = nameRows(names);
  const [people, companies] = await Promise.all([
    findNames("person", query, rowsOf),
    findNames("company", query, rowsOf),
  ]);
  return [...companies.slice(0, 8), ...people.slice(0, 12)].map(({user_id, name, city}) => ({
    account: `${user_id}-chk`,
    name,
    detail: city,
  }));
}

async function byNumber(number: string, statements: KeyedFile): Promise<Hit[]> {
  const account = /-(chk|sav|brk)$/.test(number) ? number : `${number}-chk`;
  const rows = await keyedRows<AccountRow>(statements, account);
  return rows.map(({account_id, name, kind}) => ({
    account: account_id,
    name,
    detail: `${kind} ${account_id}`,
  }));
}

import {builder} from "../../components/dom.js";
import {accountLink, ownerHref} from "./links.js";
import type {AccountRow} from "./rows.js";

/** The owner of the shown account, and the owner's accounts as links; the shown one is marked. */
export function ownAccounts(
  account: AccountRow | undefined,
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (!account) return html("p", {});
  const links = account.own_accounts.map((id) => {
    const link = accountLink(id, {document});
    if (id === account.account_id) link.setAttribute("aria-current", "true");
    return link;
  });
  return html(
    "p",
    {class: "own-accounts"},
    html("a", {href: ownerHref(account)}, account.name),
    ": ",
    ...links.flatMap((link, at) => (at > 0 ? [", ", link] : [link])),
  );
}

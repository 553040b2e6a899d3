/** Where the names on the administrator's page lead to, and how its codes are called. */
import {builder} from "../../components/dom.js";
import {ownerHref} from "../../components/profileLinks.js";
import {categories} from "../../lib/bank/categories.js";
import {channelNames} from "../../lib/bank/channelNames.js";

export {ownerHref};

/** The profile of the other party, if it banks here. */
export function partyHref(id: string | null | undefined): string | undefined {
  return id && /^(ind|com)-/.test(id) ? ownerHref({user_id: id}) : undefined;
}

/** The statement of an account, on this page. */
export function statementHref(account: string): string {
  return `?account=${encodeURIComponent(account)}#admin-statement`;
}

export function accountLink(account: string, {document = globalThis.document} = {}): HTMLElement {
  return builder(document).html("a", {href: statementHref(account)}, account);
}

export function categoryName(category: string): string {
  return category in categories ? categories[category as keyof typeof categories].label : category;
}

export function channelName(channel: string): string {
  return channel in channelNames ? channelNames[channel as keyof typeof channelNames] : channel;
}

import {askedPath, meantPage} from "../../lib/site/askedPage.js";
import {pageFile} from "../../lib/site/pageFile.js";
import {siteRoot} from "../../lib/site/siteRoot.js";
import {builder} from "../dom.js";
import {siteLink} from "../siteLink.js";
import {searchEntries} from "./searchFiles.js";

/**
 * What a reader asked for whom a server shows its page for what it does not find. An address from before pages had an
 * ending, or with a slash behind it, leads on to the page; any other to the page that is called nearly so.
 */
export function lostPage({document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const {location, fetch} = document.defaultView!;
  const line = html("p", {class: "lost", role: "status"}, `Nothing is at ${location.pathname}.`);
  void (async () => {
    const path = askedPath(location.pathname, siteRoot.pathname);
    if (path === undefined) return;
    const page = new URL(pageFile(path) + location.search + location.hash, siteRoot);
    const answer = location.pathname.endsWith(".html")
      ? undefined
      : await fetch(page, {method: "HEAD"});
    if (answer?.ok) return location.replace(page);
    const meant = meantPage(path, await searchEntries());
    if (meant)
      line.append(" Did you mean ", html("a", {href: siteLink(meant.path)}, meant.title), "?");
  })();
  return line;
}

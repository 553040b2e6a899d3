import {parsePublished, publishedFile, staleText} from "../../lib/site/siteAge.js";
import {siteRoot} from "../../lib/site/siteRoot.js";
import {builder} from "../dom.js";

/**
 * A line above the page of a site that is older than it promises to be, when it is opened and whenever the reader comes back to
 * it. The browser computes it, so that a site says so of which nobody takes care any more.
 */
export async function staleLine(
  document: Document,
  {now, published = read}: {now: () => Date; published?: () => Promise<string>},
): Promise<void> {
  const line = builder(document).html("p", {class: "fallback", role: "alert", hidden: ""});
  document.querySelector("#observablehq-main")?.before(line);
  const say = (text: string | undefined) => {
    line.hidden = text === undefined;
    line.textContent = text ?? "";
  };
  try {
    const promise = parsePublished(await published());
    const look = () => say(staleText(promise, now()));
    look();
    document.addEventListener("visibilitychange", look);
  } catch {
    say(`How old this site is cannot be told: there is no ${publishedFile} beside its first page.`);
  }
}

async function read(): Promise<string> {
  const response = await fetch(new URL(publishedFile, siteRoot), {cache: "no-cache"});
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

import type {Subject} from "../../lib/site/searchNames.js";
import {followChoice} from "../keptChoice.js";

/** The folders of the pages about one person and one company, by whom they are about. */
const folders: readonly Subject[] = ["person", "company"];

/**
 * Makes the links to the pages about one person or one company, in the sidebar and below the page, lead to the one that
 * the reader has chosen last.
 */
export function keepLinks(document: Document, window: Window = document.defaultView!): void {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>(
      "#observablehq-sidebar a[href], #observablehq-footer nav a[href]",
    ),
  ];
  for (const subject of folders) {
    const own = links.filter((link) => isProfile(link.pathname, subject));
    followChoice(
      subject,
      (id) => {
        for (const link of own) link.search = `?id=${encodeURIComponent(id)}`;
      },
      window,
    );
  }
}

/** Whether the page stands in the folder of a subject, wherever the site is served. */
function isProfile(path: string, subject: Subject): boolean {
  return path.split("/").at(-2) === subject;
}

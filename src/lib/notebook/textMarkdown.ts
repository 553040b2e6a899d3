/**
 * How the texts of a notebook are read: as Framework reads the markdown of a page (its `createMarkdownIt`), but for HTML
 * and `${…}`, which are text in a notebook.
 */
import MarkdownIt from "markdown-it";

/** A parser of texts; `html` for one that takes HTML for what it is, as a page does. */
export function textMarkdown({html = false}: {html?: boolean} = {}): MarkdownIt {
  const md = new MarkdownIt({html, linkify: true});
  md.linkify.set({fuzzyLink: false, fuzzyEmail: false});
  return md;
}

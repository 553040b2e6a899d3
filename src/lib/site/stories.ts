/** A group by its folder in `src/`: what the sidebar calls it, and the order in which its pages tell their story. */
export interface Story {
  readonly name: string;
  /** Their file names without `.md`. */
  readonly pages: readonly string[];
}

/** The groups of the sidebar, in their order: one life first, then many, then the house that keeps their money. */
export const stories: Readonly<Record<string, Story>> = {
  person: {
    name: "One person",
    pages: ["overview", "budget", "savings", "lifestyle", "portfolio"],
  },
  company: {
    name: "One company",
    pages: ["cash", "profit-and-loss", "payroll", "runway"],
  },
  people: {name: "People", pages: ["budgets", "savings", "lifestyles", "statement"]},
  companies: {name: "Companies", pages: ["profit-and-loss", "payroll", "runway"]},
  bank: {
    name: "The bank",
    pages: ["live", "admin", "records", "watches", "spend-mix", "sectors", "investments"],
  },
  workbench: {name: "Workbench", pages: ["ask", "notebook"]},
};
/** The last group, below those of folders that somebody added. */
export const lastStories: Readonly<Record<string, Story>> = {
  guide: {
    name: "For developers",
    pages: [
      "add-an-analysis",
      "cookbook",
      "dictionary",
      "lineage",
      "method",
      "segments",
      "figures",
    ],
  },
};

/** What the group of a page is called, by the page's path; undefined for the first page and for groups that were added. */
export function storyNameOf(path: string): string | undefined {
  const folder = path.split("/")[0]!;
  return (stories[folder] ?? lastStories[folder])?.name;
}

/** The cells of a heatmap as an input: chosen by pointer or keyboard, one at a time in the tab order. */

/** A cell: its row's name, the first day of its month, and what stands there. */
export interface HeatCell {
  month: Date;
  name: string;
  value: number | undefined;
}

type Place = Pick<HeatCell, "month" | "name">;

export function isSameCell(a: Place, b: Place): boolean {
  return a.name === b.name && a.month.getTime() === b.month.getTime();
}

interface ChoiceOptions {
  cells: readonly HeatCell[];
  /** The drawn cells, in the order of `cells`. */
  marks: readonly SVGElement[];
  label: (cell: HeatCell) => string;
  selected: HeatCell | undefined;
  document: Document;
}

/** Makes the marks buttons and the root an input: `.value` is the chosen cell and can be set. */
export function withChoice<E extends HTMLElement>(
  root: E,
  {cells, marks, label, selected, document}: ChoiceOptions,
): E & {value: HeatCell | undefined} {
  let chosen = selected;
  const show = () => {
    cells.forEach((cell, index) => {
      marks[index]?.setAttribute(
        "aria-pressed",
        String(chosen !== undefined && isSameCell(cell, chosen)),
      );
    });
    // Painted last, so that its outline is not covered by a neighbour.
    const mark = chosen && marks[cells.findIndex((cell) => isSameCell(cell, chosen!))];
    const hadFocus = mark !== undefined && document.activeElement === mark;
    mark?.parentNode?.append(mark);
    if (hadFocus) mark.focus();
    focusable(mark ?? marks[0]);
  };
  const focusable = (mark: SVGElement | undefined) => {
    for (const other of marks) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  };
  const choose = (cell: HeatCell) => {
    chosen = chosen && isSameCell(cell, chosen) ? undefined : cell;
    show();
    root.dispatchEvent(new (document.defaultView ?? globalThis).Event("input", {bubbles: true}));
  };
  const step = (from: HeatCell, key: string): SVGElement | undefined => {
    const row = cells.filter(({name}) => name === from.name);
    const column = cells.filter(({month}) => month.getTime() === from.month.getTime());
    row.sort((a, b) => a.month.getTime() - b.month.getTime());
    const [across, down] = [row.indexOf(from), column.indexOf(from)];
    const to = {
      ArrowRight: row[across + 1],
      ArrowLeft: row[across - 1],
      ArrowDown: column[down + 1],
      ArrowUp: column[down - 1],
      Home: row[0],
      End: row.at(-1),
    }[key];
    return to && marks[cells.indexOf(to)];
  };
  cells.forEach((cell, index) => {
    const mark = marks[index];
    mark?.setAttribute("role", "button");
    mark?.setAttribute("aria-label", label(cell));
    mark?.addEventListener("click", () => choose(cell));
    // Plot pins its tooltip on a press; here a press chooses.
    mark?.addEventListener("pointerdown", (event) => event.stopPropagation());
    mark?.addEventListener("keydown", (event) => {
      const next = step(cell, event.key);
      if (!next && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (!next) choose(cell);
      else {
        focusable(next);
        next.focus();
      }
    });
  });
  Object.defineProperty(root, "value", {
    get: () => chosen,
    set(value: Place | undefined) {
      chosen = value && cells.find((cell) => isSameCell(cell, value));
      show();
    },
  });
  show();
  return root as E & {value: HeatCell | undefined};
}

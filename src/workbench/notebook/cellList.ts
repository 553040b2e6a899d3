import {builder} from "../../components/dom.js";
import {nameProblem} from "../../lib/notebook/nameProblem.js";
import type {Cell, CellProblem} from "../../lib/notebook/notebook.js";
import {renamedReads, withEdits} from "../../lib/notebook/renamedReads.js";
import {type CellEvents, type CellView, kindNames} from "./cellFrame.js";

export interface CellListOptions {
  /** Makes the view of a cell, which tells the events given. */
  readonly viewOf: (cell: Cell, events: CellEvents) => CellView;
  /** What is wrong with the cells. */
  readonly problemsOf: (cells: readonly Cell[]) => readonly CellProblem[];
  /** What queries call the files that are here. */
  readonly fileNames: () => readonly string[];
  /** A cell was written in. */
  readonly onChange: (cell: Cell) => void;
  /** A cell is no more. */
  readonly onGone: (cell: Cell) => void;
  /** A cell that was removed is there again. */
  readonly onBack: (cell: Cell) => void;
  /** A cell has another name than this one, as have the queries that read it. */
  readonly onRename: (before: Cell, name: string) => void;
  /** Any change that is to be kept. */
  readonly onEdit: () => void;
  readonly document: Document;
}

export interface CellList {
  readonly element: HTMLElement;
  readonly cells: readonly Cell[];
  viewOf(name: string): CellView | undefined;
  /** Lets each cell say what is wrong with it by now. */
  complain(): void;
  show(cells: readonly Cell[]): void;
  add(cell: Cell): CellView;
}

/**
 * The cells on the page, in their order; each says what is wrong with it among the others. In the place of the one that was
 * removed last a line brings it back.
 */
export function cellList({
  viewOf,
  problemsOf,
  fileNames,
  onChange,
  onGone,
  onBack,
  onRename,
  onEdit,
  document,
}: CellListOptions): CellList {
  const {html} = builder(document);
  const element = html("div", {class: "cells"});
  const views: CellView[] = [];
  const cells = () => views.map(({cell}) => cell);
  const complain = () => {
    const problems = problemsOf(cells());
    for (const view of views)
      view.complain(problems.find(({cell}) => cell === view.cell.name)?.message);
  };
  const edited = () => {
    complain();
    onEdit();
  };
  const events: CellEvents = {
    onChange(view) {
      edited();
      onChange(view.cell);
    },
    nameProblem: ({cell}, wanted) => nameProblem(wanted, cell, cells(), fileNames()),
    onRename({cell}, name) {
      const before = {...cell, name};
      const edits = ({source}: Cell) => renamedReads(source, before, cell.name);
      for (const view of views) view.edit?.(edits(view.cell));
      if (gone?.kind === "sql") gone = {...gone, source: withEdits(gone.source, edits(gone))};
      edited();
      onRename(before, cell.name);
    },
    onMove(view, by) {
      const to = views.indexOf(view) + by;
      if (to < 0 || to >= views.length) return;
      views.splice(views.indexOf(view), 1);
      views.splice(to, 0, view);
      const focused = document.activeElement as HTMLElement | null;
      element.insertBefore(view.element, views[to + 1]?.element ?? null);
      focused?.focus();
      edited();
    },
    onRemove(view) {
      const {cell} = view;
      gone = cell;
      views.splice(views.indexOf(view), 1);
      removed.remove();
      const undo = html("button", {type: "button", on: {click: () => bringBack(gone!)}}, "Undo");
      removed.replaceChildren(`${kindNames[cell.kind]} ${cell.name} is removed. `, undo);
      view.element.replaceWith(removed);
      view.destroy();
      undo.focus();
      edited();
      onGone(cell);
    },
  };
  /** The cell that was removed last, which reads the others by the names that they have now. */
  let gone: Cell | undefined;
  const removed = html("p", {class: "cell-removed", role: "status"});
  const bringBack = (cell: Cell) => {
    const view = viewOf(cell, events);
    const next = views.findIndex(({element}) => element === removed.nextElementSibling);
    views.splice(next < 0 ? views.length : next, 0, view);
    removed.replaceWith(view.element);
    view.focus();
    edited();
    onBack(cell);
  };
  return {
    element,
    get cells() {
      return cells();
    },
    viewOf: (name) => views.find(({cell}) => cell.name === name),
    complain,
    show(cells) {
      for (const view of views.splice(0)) {
        view.destroy();
        onGone(view.cell);
      }
      views.push(...cells.map((cell) => viewOf(cell, events)));
      element.replaceChildren(...views.map(({element}) => element));
      complain();
    },
    add(cell) {
      const view = viewOf(cell, events);
      views.push(view);
      element.append(view.element);
      edited();
      return view;
    },
  };
}

import {dataTable} from "./dataTable.js";
import {type FigureElement, type FigureOptions, figure} from "./figure.js";

/** A picture that is made once and then moved, so that what has the focus in it keeps it. */
export interface LivePicture<Row> {
  readonly element: Element & (HTMLElement | SVGElement);
  draw(rows: readonly Row[], width: number): void;
}

export interface LiveOptions<Row extends object>
  extends Omit<FigureOptions<Row>, "rows" | "chart"> {
  /** The rows as they are now: as many and in the same order at any time, at least one. */
  rows: () => readonly Row[];
  /** Calls back after each change of the rows. */
  onChange: (listener: () => void) => void;
  picture: LivePicture<Row>;
}

/**
 * A figure whose rows change under the reader's hand: picture, words, table and file follow in place. What `figure` builds
 * anew for each set of rows would lose the focus, and a drag half way.
 */
export function liveFigure<Row extends object>(options: LiveOptions<Row>): FigureElement {
  const {rows: now, onChange, picture, ...words} = options;
  const {id, document = globalThis.document} = options;
  // The one array that the table and the file are made of.
  const shown = [...now()];
  let width = 0;
  const root = figure({
    ...words,
    rows: shown,
    chart: (_, size) => {
      width = size.width;
      picture.draw(shown, width);
      return picture.element;
    },
  });
  const text = (given: LiveOptions<Row>["finding"] | undefined) =>
    given instanceof Function ? given(shown) : given;
  onChange(() => {
    shown.splice(0, shown.length, ...now());
    const [finding, subtitle] = [text(options.finding), text(options.subtitle)];
    replaceText(root.querySelector(".finding"), finding);
    replaceText(root.querySelector(".subtitle"), subtitle);
    picture.element.setAttribute("aria-label", [finding, subtitle].filter(Boolean).join(". "));
    if (width > 0) picture.draw(shown, width);
    const fold = root.querySelector<HTMLElement>(`#${id}-data`);
    if (fold?.hidden) fold.replaceChildren();
    else {
      const columns = options.columns ? {columns: options.columns} : {};
      fold?.replaceChildren(dataTable(shown, {...columns, caption: finding ?? id, document}));
    }
  });
  return root;
}

function replaceText(element: Element | null, text: string | undefined): void {
  if (element) element.textContent = text ?? "";
}

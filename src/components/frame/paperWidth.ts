/**
 * Has each figure drawn as wide as it will be on paper, and again as on the screen: a browser that prints makes a drawing
 * smaller with its words and all, and tells nobody that its width is another. For a moment the page is laid out as wide as
 * a sheet (`src/style/print.css`), and what each picture has then is what it is told.
 */
export function paperWidth(document: Document): void {
  const window = document.defaultView!;
  const {dataset} = document.documentElement;
  const draw = () => {
    const pictures = [...document.querySelectorAll<HTMLElement>(".figure > .picture")];
    const widths = pictures.map(({clientWidth}) => clientWidth);
    delete dataset.sheet;
    for (const [at, picture] of pictures.entries())
      picture.dispatchEvent(new window.CustomEvent("widthchange", {detail: widths[at]!}));
  };
  window.addEventListener("beforeprint", () => {
    dataset.sheet = "";
    draw();
  });
  window.addEventListener("afterprint", draw);
}

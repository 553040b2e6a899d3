/** The faces of these families that the page declares and has fetched, with their files written into them. */
export async function fontFaces(
  document: Document,
  families: ReadonlySet<string>,
): Promise<string> {
  const window = document.defaultView!;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof window.CSSFontFaceRule);
  const wanted = faces.filter(({style}) =>
    families.has(unquoted(style.getPropertyValue("font-family"))),
  );
  const texts = await Promise.all(
    wanted.map(async ({style, parentStyleSheet}) => {
      const source = style.getPropertyValue("src");
      const address = /url\("?([^")]+)"?\)/.exec(source)?.[1];
      if (!address) return "";
      const range = style.getPropertyValue("unicode-range");
      const url = new URL(address, parentStyleSheet?.href ?? document.baseURI);
      const file = await (await window.fetch(url)).blob();
      return (
        `@font-face{font-family:${style.getPropertyValue("font-family")};` +
        `font-weight:${style.getPropertyValue("font-weight")};` +
        `src:url(${await dataUrl(window, file)}) format("woff2");unicode-range:${range}}`
      );
    }),
  );
  return texts.join("\n");
}

const unquoted = (family: string) => family.replaceAll(/["']/g, "").trim();

function dataUrl(window: Window & typeof globalThis, file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new window.FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

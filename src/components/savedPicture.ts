/** What a figure can be saved as, once somebody asks: its picture as a drawing or as pixels. */
import {pictureSvg} from "./pictureSvg.js";

/** The figure as an SVG file. */
export async function svgFile(figure: HTMLElement): Promise<Blob> {
  return new Blob([(await pictureSvg(figure)).text], {type: "image/svg+xml"});
}

/** The figure as a PNG file, with two pixels for each of the page. */
export async function pngFile(figure: HTMLElement, {scale = 2} = {}): Promise<Blob> {
  const document = figure.ownerDocument;
  const {text, width, height} = await pictureSvg(figure);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no room for the picture")))),
  );
}

const known = new Map<string, string>();

/** A computed colour in a form that any program reads: `#rrggbb`, with its opacity where it has one, or `none`. */
export function plainColor(document: Document, color: string): string {
  if (color === "none" || color === "transparent") return "none";
  const before = known.get(color);
  if (before !== undefined) return before;
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  // a canvas paints every colour that the browser knows, mixed ones too
  const context = canvas.getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = context.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part!.toString(16).padStart(2, "0")).join("");
  const plain =
    opacity === 0
      ? "none"
      : `#${hex}${opacity === 255 ? "" : opacity!.toString(16).padStart(2, "0")}`;
  known.set(color, plain);
  return plain;
}

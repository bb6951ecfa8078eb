// A drawing that stands for a picture which is not fetched: its shape, and its description in words.

const WIDTH = 640;
/** Characters of a line of its description, pixels from line to line, and those that the sign takes. */
const LINE = 50;
const LEADING = 26;
const SIGN_HEIGHT = 50;

/** A frame with hills and a sun in it, 48 by 36, as programs draw where a picture will be. */
const SIGN =
  '<path fill="none" stroke="#7c8380" stroke-width="2.5" stroke-linejoin="round" d="M2 2h44v32H2zM2 28l13-13 10 10 7-7 14 13"/><circle cx="33" cy="11" r="3.5" fill="#7c8380"/>';

/** A `data:` address of the drawing. */
export function drawnPicture(picture: HTMLImageElement): string {
  const [width, height] = shape(picture);
  const room = Math.floor((height - SIGN_HEIGHT) / LEADING) - 1;
  const lines = wrapped(picture.alt).slice(0, Math.max(0, room));
  const top = (height - SIGN_HEIGHT - lines.length * LEADING) / 2;
  const baseline = (at: number): number => top + SIGN_HEIGHT + (at + 0.7) * LEADING;
  const text = lines.map((line, at) => `<text x="${width / 2}" y="${baseline(at)}">${escaped(line)}</text>`).join('');
  const sign = height > SIGN_HEIGHT ? `<g transform="translate(${width / 2 - 24} ${top})">${SIGN}</g>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#8a8f8c" fill-opacity=".14"/>${sign}<g font-family="system-ui, sans-serif" font-size="18" fill="#7c8380" text-anchor="middle">${text}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The picture's own proportions where it says them, but never tall: there is nothing to see. */
function shape(picture: HTMLImageElement): [number, number] {
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  const ratio = width > 0 && height > 0 ? height / width : 9 / 16;
  return [WIDTH, Math.round(WIDTH * Math.min(Math.max(ratio, 0.1), 0.6))];
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= LINE) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.filter((line) => line);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// A drawing that stands for a picture which is not fetched: its shape, and its description in words.

const WIDTH = 640;
const LINE = 46;

/** A `data:` address of the drawing. */
export function drawnPicture(picture: HTMLImageElement): string {
  const [width, height] = shape(picture);
  const lines = wrapped(picture.alt).slice(0, Math.max(1, Math.floor(height / 32) - 2));
  const top = height / 2 - (lines.length - 1) * 13;
  const text = lines.map((line, at) => `<text x="${width / 2}" y="${top + at * 26}">${escaped(line)}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#8a8f8c" fill-opacity=".16"/><g font-family="system-ui, sans-serif" font-size="19" fill="#7c8380" text-anchor="middle" dominant-baseline="middle">${text}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The picture's own proportions where it says them. */
function shape(picture: HTMLImageElement): [number, number] {
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  const ratio = width > 0 && height > 0 ? height / width : 9 / 16;
  return [WIDTH, Math.round(WIDTH * Math.min(Math.max(ratio, 0.1), 1.5))];
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= LINE) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

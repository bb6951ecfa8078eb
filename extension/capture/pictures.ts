// What a picture shows now, which its attributes may not say.

/** A drawn chart is worth taking along as far as the core takes pictures that are written out (`MAX_DATA_URL_BYTES`). */
const LONGEST_DRAWING = 32 * 1024;
/** The second is smaller, and not every browser writes it. */
const DRAWING_TYPES = ['image/png', 'image/webp'];
/** Smaller canvases are effects and measurements. In CSS pixels. */
const LEAST_CANVAS = 120;

/** The address and size that a picture has on the screen, where its attributes lack them. */
export function* pictureAttributes(image: HTMLImageElement): Generator<[string, string]> {
  const source = image.getAttribute('src');
  const loaded = image.complete && image.naturalWidth > 0;
  if (loaded && (!source || source.startsWith('data:')) && /^https?:/.test(image.currentSrc)) {
    yield ['src', image.currentSrc];
  }
  if (loaded && !image.hasAttribute('width') && !image.hasAttribute('height')) {
    yield ['width', String(image.naturalWidth)];
    yield ['height', String(image.naturalHeight)];
  }
}

/** A canvas as the attributes of a picture; nothing where it is empty, small, or drawn from other sites' pictures. */
export function pictureOfCanvas(canvas: HTMLCanvasElement): [string, string][] | undefined {
  if (canvas.clientWidth < LEAST_CANVAS || canvas.clientHeight < LEAST_CANVAS) return undefined;
  try {
    const sources = DRAWING_TYPES.map((type) => canvas.toDataURL(type, 0.8));
    const src = sources.find(({ length }) => length <= LONGEST_DRAWING);
    if (!src || src.length < 100) return undefined;
    const alt = canvas.getAttribute('aria-label') ?? canvas.textContent?.trim() ?? '';
    const size: [string, string][] = [
      ['width', String(canvas.clientWidth)],
      ['height', String(canvas.clientHeight)],
    ];
    return [['src', src], ['alt', alt], ...size];
  } catch {
    return undefined;
  }
}

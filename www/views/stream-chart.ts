// Bytes out over bytes in, as a line. The diagonal is a page of which nothing is dropped.
import type { StreamStep } from '../messages.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 600;
const HEIGHT = 160;

export class StreamChart {
  readonly element = drawing('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'img' });
  readonly #area = drawing('path', { class: 'area' });
  readonly #line = drawing('polyline', { class: 'line' });
  #points: [number, number][] = [];

  constructor() {
    this.element.setAttribute('aria-label', 'Bytes out over bytes in');
    this.element.append(
      drawing('line', { class: 'diagonal', x1: '0', y1: `${HEIGHT}`, x2: `${WIDTH}`, y2: '0' }),
      this.#area,
      this.#line,
    );
  }

  clear(): void {
    this.#points = [[0, HEIGHT]];
    this.#draw();
  }

  add({ bytesIn, bytesOut, total }: StreamStep): void {
    this.#points.push([(WIDTH * bytesIn) / total, HEIGHT - (HEIGHT * bytesOut) / total]);
    this.#draw();
  }

  #draw(): void {
    const line = this.#points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    const [lastX = 0] = this.#points.at(-1) ?? [];
    this.#line.setAttribute('points', line);
    this.#area.setAttribute('d', `M0,${HEIGHT} L${line} L${lastX.toFixed(1)},${HEIGHT} Z`);
  }
}

function drawing(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

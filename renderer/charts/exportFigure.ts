import { measureText } from './measureText.ts';
import { fileNameOf } from '../ui/fileName.ts';
import { saveFile } from '../ui/saveFile.ts';
import { wrapText } from './wrapText.ts';

/** What a chart can be saved as. */
export type FigureFormat = 'svg' | 'png';

const SVG = 'http://www.w3.org/2000/svg';
const FONT = "'Inter Variable', Inter, system-ui, sans-serif";
const PADDING = 24;
const PNG_SCALE = 2;

/** What the page's styles give to a drawing; a file has to bring it along. */
const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** A copy of a drawing that looks the same without the page. */
function standAlone(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const originals = [source, ...source.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of originals.entries()) {
    const target = copies[index];
    if (!target) continue;
    const computed = getComputedStyle(original);
    for (const name of KEPT) target.setAttribute(name, computed.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role']) target.removeAttribute(name);
  }
  copy.querySelectorAll('[data-chart-active]').forEach((part) => part.remove());
  return copy;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Builds the file from top to bottom: title, sentence, legend, drawing. */
class FigureSheet {
  readonly #root: SVGElement;
  readonly #width: number;
  readonly #color: string;
  #y = PADDING;

  constructor(width: number, colors: { text: string; surface: string }) {
    this.#width = width;
    this.#color = colors.text;
    this.#root = element('svg', { xmlns: SVG, 'font-family': FONT });
    this.#root.append(element('rect', { width: '100%', height: '100%', fill: colors.surface }));
  }

  addText(text: string, size: number, weight: number): void {
    const lines = wrapText(text, this.#width, measureText(`${weight} ${size}px ${FONT}`));
    for (const line of lines) {
      const made = element('text', {
        x: PADDING,
        y: this.#y + size,
        'font-size': size,
        'font-weight': weight,
        fill: this.#color,
      });
      made.textContent = line;
      this.#root.append(made);
      this.#y += size * 1.4;
    }
    this.#y += 4;
  }

  addLegend(items: readonly Element[]): void {
    const measure = measureText(`400 13px ${FONT}`);
    let x = 0;
    for (const item of items) {
      const sign = item.querySelector('svg');
      const label = item.textContent;
      const width = 34 + measure(label) + 20;
      if (x > 0 && x + width > this.#width) {
        x = 0;
        this.#y += 20;
      }
      if (sign) this.#place(standAlone(sign), PADDING + x, this.#y);
      const text = element('text', {
        x: PADDING + x + 34,
        y: this.#y + 11,
        'font-size': 13,
        fill: this.#color,
      });
      text.textContent = label;
      this.#root.append(text);
      x += width;
    }
    if (items.length > 0) this.#y += 26;
  }

  addDrawing(drawing: SVGSVGElement): void {
    const height = drawing.height.baseVal.value;
    this.#place(standAlone(drawing), PADDING, this.#y);
    this.#y += height;
  }

  finish(): { text: string; width: number; height: number } {
    const width = this.#width + 2 * PADDING;
    const height = Math.ceil(this.#y + PADDING);
    const size = { width, height, viewBox: `0 0 ${width} ${height}` };
    for (const [key, value] of Object.entries(size)) this.#root.setAttribute(key, String(value));
    return { text: new XMLSerializer().serializeToString(this.#root), width, height };
  }

  #place(drawing: SVGElement, x: number, y: number): void {
    drawing.setAttribute('x', String(x));
    drawing.setAttribute('y', String(y));
    this.#root.append(drawing);
  }
}

/** Files are read on paper and in documents: they are light whatever the screen is. Nothing is painted meanwhile. */
function inLight<T>(build: () => T): T {
  const { documentElement } = document;
  const before = documentElement.getAttribute('data-mantine-color-scheme');
  documentElement.setAttribute('data-mantine-color-scheme', 'light');
  try {
    return build();
  } finally {
    if (before !== null) documentElement.setAttribute('data-mantine-color-scheme', before);
  }
}

function buildSheet(frame: Element, title: string): ReturnType<FigureSheet['finish']> {
  const drawing = frame.querySelector<SVGSVGElement>(
    'figure svg.recharts-surface, figure svg[data-chart-drawing]',
  );
  if (!drawing) throw new Error('the frame holds no drawing');
  const page = getComputedStyle(document.documentElement);
  const sheet = new FigureSheet(drawing.width.baseVal.value, {
    text: page.getPropertyValue('--shyng-text'),
    surface: page.getPropertyValue('--shyng-surface'),
  });
  sheet.addText(title, 17, 640);
  sheet.addText(frame.querySelector('[data-chart-sentence]')?.textContent ?? '', 13, 400);
  sheet.addLegend([...frame.querySelectorAll('[data-chart-legend] li')]);
  sheet.addDrawing(drawing);
  return sheet.finish();
}

async function toPng(sheet: ReturnType<FigureSheet['finish']>): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([sheet.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(sheet.width, sheet.height);
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(sheet.width * PNG_SCALE, sheet.height * PNG_SCALE);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Saves the chart in a frame as a file of its own, with title, sentence and legend, always in light colours.
 * @throws Error when there is nothing drawn or the picture cannot be made
 */
export async function exportFigure(frame: Element, title: string, format: FigureFormat): Promise<void> {
  const sheet = inLight(() => buildSheet(frame, title));
  const blob = format === 'svg' ? new Blob([sheet.text], { type: 'image/svg+xml' }) : await toPng(sheet);
  saveFile(blob, fileNameOf(title, format));
}

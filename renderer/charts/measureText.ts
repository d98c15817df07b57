import type { MeasureText } from './wrapText.ts';

let context: OffscreenCanvasRenderingContext2D | null = null;

/**
 * Measures texts in pixels.
 * @param font as in CSS: `400 13px sans-serif`
 */
export function measureText(font: string): MeasureText {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  const made = context;
  if (made === null) return (text) => text.length * 8;
  return (text) => {
    made.font = font;
    return made.measureText(text).width;
  };
}

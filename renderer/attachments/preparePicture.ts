/** The longer side of a kept picture, pixels: enough to read a serial number, and some hundred kilobytes. */
const LONGEST_SIDE = 2400;
const JPEG_QUALITY = 0.86;

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Sides of a picture that fit the limit, in the same proportion; small pictures stay as they are. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Draws a picture anew, so that nothing but its pixels is kept: phones write into a photo where and when it was taken,
 * which is nobody's business when there are minors on it.
 * @returns the file itself when it is no picture, or one that cannot be drawn (main then says what it is)
 */
export async function preparePicture(file: File): Promise<Blob> {
  if (!PICTURES.has(file.type)) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const { width, height } = fittedSize(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return file;
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  // Only drawings may be transparent; photos are many times smaller as JPEG.
  return file.type === 'image/png'
    ? canvas.convertToBlob({ type: 'image/png' })
    : canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

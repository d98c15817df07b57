/** Where a cell stands in the scrolled content and what covers its edges, pixels. */
export interface CellBox {
  top: number;
  height: number;
  left: number;
  width: number;
  /** Sticky rows above and the sticky column before. */
  coveredTop: number;
  coveredLeft: number;
}

/** Scrolls a frame just so far that the cell is seen whole. */
export function scrollToCell(frame: HTMLElement, box: CellBox): void {
  const viewTop = frame.scrollTop + box.coveredTop;
  const viewBottom = frame.scrollTop + frame.clientHeight;
  if (box.top < viewTop) frame.scrollTop = box.top - box.coveredTop;
  else if (box.top + box.height > viewBottom) frame.scrollTop = box.top + box.height - frame.clientHeight;
  const viewLeft = frame.scrollLeft + box.coveredLeft;
  const viewRight = frame.scrollLeft + frame.clientWidth;
  if (box.left < viewLeft) frame.scrollLeft = box.left - box.coveredLeft;
  else if (box.left + box.width > viewRight) frame.scrollLeft = box.left + box.width - frame.clientWidth;
}

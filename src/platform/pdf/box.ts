import { mapPoint } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** A rectangle on the page in points, y downwards. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

export function mapBox(matrix: Matrix, box: Box): Box {
  return boxOf([
    mapPoint(matrix, box.left, box.top),
    mapPoint(matrix, box.right, box.top),
    mapPoint(matrix, box.left, box.bottom),
    mapPoint(matrix, box.right, box.bottom),
  ]);
}

export const intersection = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

export const union = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

export const holds = (box: Box, x: number, y: number, slack = 0): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;

import type { Box } from '../pdf/box.ts';

/** A rectangle on a page, counted from 1, in points from the upper left corner of the page as it is displayed. */
export type Region = Box & { readonly page: number };

/** The part of user space that a page shows, and by how many quarter turns clockwise it is shown. */
export type PageFrame = {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly turns: 0 | 1 | 2 | 3;
};

export const displayedSize = ({ left, bottom, right, top, turns }: PageFrame) =>
  turns % 2 === 0 ? { width: right - left, height: top - bottom } : { width: top - bottom, height: right - left };

type Point = readonly [number, number];

function toDisplay(frame: PageFrame, [x, y]: Point): Point {
  switch (frame.turns) {
    case 0:
      return [x - frame.left, frame.top - y];
    case 1:
      return [y - frame.bottom, x - frame.left];
    case 2:
      return [frame.right - x, y - frame.bottom];
    case 3:
      return [frame.top - y, frame.right - x];
  }
}

function toUser(frame: PageFrame, [x, y]: Point): Point {
  switch (frame.turns) {
    case 0:
      return [frame.left + x, frame.top - y];
    case 1:
      return [frame.left + y, frame.bottom + x];
    case 2:
      return [frame.right - x, frame.bottom + y];
    case 3:
      return [frame.right - y, frame.top - x];
  }
}

/** A box of user space (`bottom` < `top`) as it is displayed (`top` < `bottom`). */
export function displayedBox(
  frame: PageFrame,
  user: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number },
): Box {
  const [one, other] = [toDisplay(frame, [user.left, user.bottom]), toDisplay(frame, [user.right, user.top])];
  return {
    left: Math.min(one[0], other[0]),
    right: Math.max(one[0], other[0]),
    top: Math.min(one[1], other[1]),
    bottom: Math.max(one[1], other[1]),
  };
}

/** A displayed box in user space, where y counts upwards. */
export function userBox(frame: PageFrame, box: Box) {
  const [one, other] = [toUser(frame, [box.left, box.top]), toUser(frame, [box.right, box.bottom])];
  return {
    left: Math.min(one[0], other[0]),
    right: Math.max(one[0], other[0]),
    bottom: Math.min(one[1], other[1]),
    top: Math.max(one[1], other[1]),
  };
}

/** The box made smaller (or larger, below 0) on every side; a box that has no inside left becomes its middle. */
export function inset(box: Box, by: number): Box {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return {
    left: Math.min(box.left + by, x),
    right: Math.max(box.right - by, x),
    top: Math.min(box.top + by, y),
    bottom: Math.max(box.bottom - by, y),
  };
}

export const touches = (one: Box, other: Box): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

export const centreIn = (box: Box, region: Box): boolean => {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= region.left && x <= region.right && y >= region.top && y <= region.bottom;
};

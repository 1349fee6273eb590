// Draws media/icon.png: a UMS above, and the devices that found their way to it. `npm run icon` calls it.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
const NAVY = [24, 42, 68];
const WHITE = [244, 247, 250];
const GREEN = [96, 196, 128];

const UMS = [64, 38];
const DEVICES = [
  [28, 96],
  [64, 96],
  [100, 96],
];

/** Distances to the edge of a shape: negative inside. */
const circle = (x, y, [cx, cy], radius) => Math.hypot(x - cx, y - cy) - radius;
const box = (x, y, [cx, cy], halfWidth, halfHeight, corner) => {
  const dx = Math.abs(x - cx) - halfWidth + corner;
  const dy = Math.abs(y - cy) - halfHeight + corner;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
};
const line = (x, y, [ax, ay], [bx, by], halfWidth) => {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - halfWidth;
};

/** What is drawn, from the back to the front: a colour and how far a point is outside of it. */
const layers = [
  [NAVY, (x, y) => box(x, y, [64, 64], 62, 62, 22)],
  ...DEVICES.map((device) => [WHITE, (x, y) => line(x, y, UMS, device, 2.5)]),
  [WHITE, (x, y) => box(x, y, UMS, 26, 15, 6)],
  [GREEN, (x, y) => line(x, y, [52, 38], [60, 46], 3)],
  [GREEN, (x, y) => line(x, y, [60, 46], [77, 30], 3)],
  ...DEVICES.map((device) => [GREEN, (x, y) => circle(x, y, device, 12)]),
];

/** Red, green, blue and opacity of a pixel; edges are smooth over one pixel. */
function pixel(x, y) {
  let colour = [0, 0, 0];
  let opacity = 0;
  for (const [layer, distance] of layers) {
    const cover = Math.min(1, Math.max(0, 0.5 - distance(x + 0.5, y + 0.5)));
    colour = opacity === 0 ? layer : colour.map((one, i) => one + (layer[i] - one) * cover);
    opacity = Math.max(opacity, cover);
  }
  return [...colour.map(Math.round), Math.round(opacity * 255)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const rows = Array.from({ length: SIZE }, (_, y) => [0, ...Array.from({ length: SIZE }, (_, x) => pixel(x, y)).flat()]);
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);

writeFileSync(
  new URL('icon.png', import.meta.url),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);

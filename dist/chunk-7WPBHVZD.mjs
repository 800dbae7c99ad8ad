import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  axisEnds,
  leastTokensPerUser,
  ticks
} from "./chunk-XKZOZO3R.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/figures/front-chart.ts
var HEIGHT = 16, Y_TICKS = 4, X_TICK_COLUMNS = 12, PICK = "*", REGION = ".", LETTERS = { agg: "A", disagg: "D" };
function frontChart(picture, width) {
  let ends = axisEnds(picture), labels = ticks(0, ends.gpu, Y_TICKS).map(String), left = Math.max(...labels.map(({ length }) => length)) + 1, columns = width - left - 2, column = (user) => Math.round(user / ends.user * (columns - 1)), line = (gpu) => HEIGHT - 1 - Math.round(gpu / ends.gpu * (HEIGHT - 1)), grid = Array.from({ length: HEIGHT }, () => Array.from({ length: columns }, () => " "));
  drawRegion(grid, picture, column);
  for (let point of drawn(picture.front))
    grid[line(point.tokensPerSecPerGpu)][column(point.tokensPerSecPerUser)] = markOf(point);
  let labelAt = new Map(labels.map((label) => [line(Number(label)), label])), rows = grid.map((cells, index) => `${(labelAt.get(index) ?? "").padStart(left)} |${cells.join("").trimEnd()}`), axis = `${" ".repeat(left)} +${"-".repeat(columns)}`, marks = ticks(0, ends.user, Math.max(2, Math.floor(columns / X_TICK_COLUMNS)));
  return ["tokens/s/GPU", ...rows, axis, lowerLabels(marks, { left: left + 2, column, width }), legendOf(picture), ""].map((row) => row.trimEnd()).join(`
`);
}
function drawn(front) {
  let weight = ({ isPick, meetsTargets }) => Number(meetsTargets) + 2 * Number(isPick);
  return front.toSorted((a, b) => weight(a) - weight(b));
}
function markOf({ mode, isPick, meetsTargets }) {
  return isPick ? PICK : meetsTargets ? LETTERS[mode] : LETTERS[mode].toLowerCase();
}
function drawRegion(grid, { targets }, column) {
  let least = leastTokensPerUser(targets);
  if (least !== void 0)
    for (let cells of grid) for (let x = column(least); x < cells.length; x += 1) cells[x] = REGION;
}
function lowerLabels(marks, { left, column, width }) {
  return `${marks.reduce((row, mark) => {
    let label = String(mark), start = left + column(mark);
    return start + label.length > width || start <= row.length ? row : row.padEnd(start) + label;
  }, "")}
${"tokens/s for a user".padStart(width)}`;
}
function legendOf({ targets }) {
  let itl = targets.find(({ field }) => field === "itl"), modes = Object.entries(LETTERS).map(([mode, letter]) => `${letter} ${mode}`), region = itl === void 0 ? [] : [`${REGION} itl within ${itl.limitMs} ms`];
  return [`${PICK} pick`, ...modes, "small letters miss a target", ...region].join(", ");
}
export {
  frontChart
};

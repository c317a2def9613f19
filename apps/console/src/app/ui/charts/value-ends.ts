/** Where an axis of values begins and ends, and how far apart its lines are. */
export interface ValueEnds {
  min: number;
  max: number;
  stepSize: number;
}

/** Distances of lines that are easy to read, times a power of ten. */
const ROUND = [1, 2, 2.5, 4, 5];
/** Lines above zero that are easy on the eye. */
const USUAL = 4;

/**
 * The ends of an axis: on lines at or beyond the highest and the lowest value, as near to them as round numbers allow. An
 * axis that ended below its highest bar would not say how high that is.
 *
 * @param values all that is drawn; zero is on the axis in any case
 * @param rule `isWhole`: lines at whole numbers only; `most`: lines at most, without that of zero
 */
export function valueEnds(
  values: readonly number[],
  { isWhole = false, most = 5 }: { isWhole?: boolean; most?: number } = {},
): ValueEnds {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === high) return { min: 0, max: 1, stepSize: 1 };
  const power = 10 ** Math.floor(Math.log10(high - low));
  const steps = [power / 10, power, power * 10].flatMap((unit) => ROUND.map((each) => each * unit));
  const found = steps
    .filter((step) => !isWhole || Number.isInteger(step))
    .map((stepSize) => {
      const [above, below] = [linesTo(high, stepSize), linesTo(-low, stepSize)];
      return { stepSize, min: 0 - below * stepSize, max: above * stepSize, lines: above + below };
    })
    .filter(({ lines }) => lines <= most)
    .sort((one, other) => one.max - one.min - (other.max - other.min) || apart(one) - apart(other));
  const { min, max, stepSize } = found[0] ?? { min: low, max: high, stepSize: high - low };
  return { min, max, stepSize };
}

// A quotient such as 0.3 / 0.1 is not whole, though it should be.
const linesTo = (value: number, step: number) => Math.max(0, Math.ceil(value / step - 1e-9));

const apart = ({ lines }: { lines: number }) => Math.abs(lines - USUAL);

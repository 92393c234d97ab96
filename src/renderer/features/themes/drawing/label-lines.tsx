import styles from './drawing.module.css';

type LabelLinesProps = {
  lines: readonly string[];
  x: number;
  /** The middle of the lines. */
  middle: number;
  textAnchor: 'start' | 'end';
};

/** The height of a line of a label in pixels. */
export const LABEL_LINE = 16;

/** A label of one or more lines. */
export const LabelLines = ({ lines, x, middle, textAnchor }: LabelLinesProps) => (
  <text className={styles.label} textAnchor={textAnchor}>
    {lines.map((line, index) => (
      <tspan
        // oxlint-disable-next-line react/no-array-index-key -- a line has no other identity
        key={index}
        x={x}
        y={middle + (index - (lines.length - 1) / 2) * LABEL_LINE}
        dominantBaseline="central"
      >
        {line}
      </tspan>
    ))}
  </text>
);

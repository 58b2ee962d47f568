// A chart of the Reports tab, drawn from the numbers that its cells hold.
import type { ReportChart } from '../views.ts';

const width = 360;
const height = 190;
const left = 42;
const foot = 22;
const colours = ['#0b57d0', '#e8710a'];

export function ReportChartView({ chart }: { readonly chart: ReportChart }) {
  const { title, kind, labels, series } = chart;
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const top = kind === 'line' ? 1 : roundUp(Math.max(1, ...all));
  const y = (value: number): number => 8 + (height - foot - 8) * (1 - value / top);
  const step = (width - left) / Math.max(1, labels.length);
  const x = (at: number): number => left + step * (at + 0.5);
  const bar = Math.min(28, (step * 0.7) / series.length);
  const told = series.map(({ name, shown }) => `${name}: ${shown.map((each) => each || 'none').join(', ')}`);
  return (
    <figure class="report-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${told.join('. ')}`}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={left} x2={width} y1={y(part * top)} y2={y(part * top)} stroke="#dde1e6" />
            <text x={left - 6} y={y(part * top) + 4} text-anchor="end">
              {kind === 'line' ? `${part * 100}%` : part * top}
            </text>
          </g>
        ))}
        {labels.map((label, at) =>
          labels.length > 7 && at % 3 !== (labels.length - 1) % 3 ? null : (
            <text key={label} x={x(at)} y={height - 6} text-anchor="middle">
              {label.replace(/^\d+-/, '')}
            </text>
          ),
        )}
        {series.map(({ name, values, shown }, which) =>
          kind === 'line' ? (
            <g key={name} stroke={colours[which] ?? ''} fill={colours[which] ?? ''}>
              <path d={pathOf(values, x, y)} fill="none" stroke-width="2" />
              {values.map((value, at) =>
                value === null ? null : (
                  <circle key={at} cx={x(at)} cy={y(value)} r="3.5">
                    <title>{`${name}, ${labels[at]}: ${shown[at]}`}</title>
                  </circle>
                ),
              )}
            </g>
          ) : (
            values.map((value, at) => (
              <rect
                key={`${name}-${at}`}
                x={x(at) + bar * (which - series.length / 2)}
                y={y(value ?? 0)}
                width={bar - 2}
                height={Math.max(0, y(0) - y(value ?? 0))}
                rx="2"
                fill={colours[which] ?? ''}
              >
                <title>{`${name}, ${labels[at]}: ${shown[at]}`}</title>
              </rect>
            ))
          ),
        )}
      </svg>
      <ul class="report-legend">
        {series.map(({ name }, which) => (
          <li key={name}>
            <i style={{ background: colours[which] }} /> {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The line breaks where a week has no figure. */
function pathOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number) {
  return values
    .map((value, at) =>
      value === null ? '' : `${(values[at - 1] ?? null) === null ? 'M' : 'L'}${x(at)} ${y(value)}`,
    )
    .join('');
}

/** To an even number of one digit and zeros: 7 is 8, 23 is 40. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.max(2, Math.ceil(value / unit / 2) * 2 * unit);
}

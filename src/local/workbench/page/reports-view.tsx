// The Reports tab: its charts in a row, its tables below, wide ones scrolling by themselves.
import type { ReportView } from '../views.ts';
import { useAsk } from './ask.ts';
import { ReportChartView } from './report-chart.tsx';

export function ReportsView({ serial }: { readonly serial: number }) {
  const view = useAsk<ReportView>('reports', serial);
  if (view.error) return <p class="empty">{view.error}</p>;
  if (!view.value) return null;
  const { blocks, charts } = view.value;
  return (
    <section class="reports" aria-label="Tab Reports">
      <p class="about">
        Counted by the desk every night from the journal: weeks from Monday, times in working hours.
      </p>
      {blocks.length === 0 && <p class="empty">The first report comes after the desk's first night.</p>}
      <div class="report-charts">
        {charts
          .filter(({ labels }) => labels.length > 0)
          .map((chart) => (
            <ReportChartView key={chart.title} chart={chart} />
          ))}
      </div>
      {blocks.map(({ title, head, rows }) => (
        <div key={title} class="report-block">
          <h2>{title}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="report-table" aria-label={title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {head.map((cell, at) => (
                    <th key={at} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((cell, at) =>
                      at === 0 ? (
                        <th key={at} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={at} class={isFigure(cell) ? 'figure' : ''}>
                          {cell === '' ? <span class="none">–</span> : cell}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      ))}
    </section>
  );
}

const isFigure = (cell: string): boolean => cell === '' || /^[\d.,]+%?$/.test(cell);

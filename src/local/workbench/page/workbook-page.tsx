// The workbook: every tab as a table, its cells to be typed over, what is wrong shown at the cell.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnView, ProblemView, TabSummary, TabView } from '../views.ts';
import type { Shared } from './app.tsx';
import { post, postFile, useAsk } from './ask.ts';
import { Icon } from './icon.tsx';
import { ReportsView } from './reports-view.tsx';
import { WorkbookMenu } from './workbook-menu.tsx';

type Tab = TabView & { readonly settings: Readonly<Record<string, readonly string[]>> };

export function WorkbookPage({ desk, place, go, serial, say }: Shared) {
  const tabs = useAsk<readonly TabSummary[]>('tabs', serial);
  const tab = place.tab || 'Settings';
  const view = useAsk<Tab>(`tab?${new URLSearchParams({ tab })}`, serial);
  const file = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listed = Boolean(tabs.value);
  // The open tab moves into sight when it is another or the list has come.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab, listed]);
  const bring = async (files: FileList | null): Promise<void> => {
    const [first] = files ?? [];
    if (!first) return;
    try {
      const { tabs: taken } = await postFile<{ tabs: readonly string[] }>('workbook.xlsx', first);
      say(`${taken.join(', ')} taken from the file. They hold once they are published.`);
    } catch (error) {
      say((error as Error).message);
    }
    if (file.current) file.current.value = '';
  };
  return (
    <div class="workbook">
      <div class="workbook-bar">
        <div ref={list} role="tablist" aria-label="Tabs of the workbook" class="tabs">
          {tabs.value?.map(({ tab: name, problems, byDesk }) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              class={byDesk ? 'by-desk' : ''}
              onClick={() => go({ tab: name })}
            >
              {name}
              {problems > 0 && <span class="badge">{problems}</span>}
            </button>
          ))}
        </div>
        <div class="workbook-files">
          <WorkbookMenu serial={serial} say={say} go={(name) => go({ tab: name })} />
          <a class="tool" href="/api/workbook.xlsx" download="Tierline.xlsx">
            <Icon name="download" size={18} /> .xlsx
          </a>
          <button type="button" class="tool" onClick={() => file.current?.click()}>
            <Icon name="upload" size={18} /> Import
          </button>
          <input
            ref={file}
            type="file"
            accept=".xlsx"
            hidden
            aria-label="An .xlsx file"
            onChange={(event) => void bring(event.currentTarget.files)}
          />
        </div>
      </div>
      {view.error && <p class="empty">{view.error}</p>}
      {tab === 'Reports' && <ReportsView serial={serial} />}
      {view.value && tab !== 'Reports' && (
        <Table
          key={view.value.tab}
          view={view.value}
          say={say}
          note={noteFor(tab)}
          problemsElsewhere={desk.problems}
        />
      )}
    </div>
  );
}

/** What an edit of the tab leads to. */
const noteFor = (tab: string): string =>
  tab === 'Control' || tab === 'Try'
    ? ''
    : 'A change holds once it is published: menu Tierline, or Publish in the tab Control. The tickets keep the time they have used.';

interface TableProps {
  readonly view: Tab;
  readonly say: (words: string) => void;
  readonly note: string;
  readonly problemsElsewhere: number;
}

function Table({ view, say, note }: TableProps) {
  const { tab, about, columns, rows, firstRow, problems, byDesk } = view;
  const change = (what: string, given: object): void => {
    post(what, given).catch((error: Error) => say(error.message));
  };
  const whole = problems.filter(({ row }) => row === null || row < firstRow);
  return (
    <>
      <p class="about">
        {about} {byDesk ? '' : note}
      </p>
      {problems.length > 0 && <Problems problems={problems} />}
      {whole.length === 0 ? null : (
        <div class="whole-tab">{whole.map(({ what, advice }) => `${what} ${advice}`).join(' ')}</div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="sheet" aria-label={`Tab ${tab}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="row-number">
                <span class="visually-hidden">Row</span>
              </th>
              {columns.map(({ header, help }, index) => (
                <th key={index} scope="col" title={help}>
                  <span style={{ display: 'block', minWidth: `${widthOf(rows, index)}ch` }}>{header}</span>
                </th>
              ))}
              {!byDesk && (
                <th scope="col">
                  <span class="visually-hidden">Take away</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const number = firstRow + index;
              const mine = problems.filter((problem) => problem.row === number);
              return (
                <tr key={index} class={mine.length > 0 ? 'has-problem' : ''}>
                  <th scope="row" class="row-number">
                    {byDesk ? '' : number}
                  </th>
                  {columns.map((column, at) => (
                    <td key={at}>
                      {byDesk || column.fixed ? (
                        <span class="read-only" dir="auto">
                          {row[at]}
                        </span>
                      ) : column.box ? (
                        <input
                          type="checkbox"
                          class="box"
                          aria-label={`${row[0] ?? ''}: ${column.header}`}
                          checked={row[at] === 'true'}
                          onChange={(event) =>
                            change('cell', {
                              tab,
                              row: number,
                              column: at,
                              value: String(event.currentTarget.checked),
                            })
                          }
                        />
                      ) : (
                        <CellField
                          value={row[at] ?? ''}
                          column={withSetting(column, row[0] ?? '', view)}
                          name={`${column.header}, row ${number}`}
                          problem={
                            mine.find(
                              (problem) => problem.column?.toLowerCase() === column.header.toLowerCase(),
                            ) ?? (at === 0 ? mine.find((problem) => problem.column === null) : undefined)
                          }
                          onChange={(value) => change('cell', { tab, row: number, column: at, value })}
                        />
                      )}
                    </td>
                  ))}
                  {!byDesk && (
                    <td>
                      <button
                        type="button"
                        class="plain"
                        aria-label={`Take row ${number} away`}
                        title="Take this row away"
                        onClick={() => change('row away', { tab, row: number })}
                      >
                        <Icon name="delete" size={18} />
                      </button>
                    </td>
                  )}
                </tr>
              );
            })}
            {!byDesk && (
              <tr class="new-row">
                <th scope="row" class="row-number">
                  {firstRow + rows.length}
                </th>
                {columns.map((column, at) => (
                  <td key={`${rows.length}-${at}`}>
                    <CellField
                      value=""
                      column={column}
                      name={`${column.header}, new row`}
                      problem={undefined}
                      onChange={(value) =>
                        change('cell', { tab, row: firstRow + rows.length, column: at, value })
                      }
                    />
                  </td>
                ))}
                <td />
              </tr>
            )}
          </tbody>
        </table>
        {byDesk && rows.length === 0 && <p class="empty">Nothing here yet.</p>}
      </section>
    </>
  );
}

/** As wide as its longest line, within reason. */
const widthOf = (rows: Tab['rows'], column: number): number =>
  Math.min(34, Math.max(8, ...rows.map((row) => (row[column] ?? '').length + 1)));

/** In Settings the drop-down is the row's, not the column's. */
function withSetting(column: ColumnView, setting: string, { tab, settings }: Tab): ColumnView {
  const choices = tab === 'Settings' && column.header === 'Value' ? settings[setting] : undefined;
  return choices ? { ...column, choices } : column;
}

interface CellProps {
  readonly value: string;
  readonly column: ColumnView;
  readonly name: string;
  readonly problem: ProblemView | undefined;
  readonly onChange: (value: string) => void;
}

function CellField({ value, column, name, problem, onChange }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const leave = (): void => {
    if (typed !== null && typed !== value) onChange(typed);
    setTyped(null);
  };
  const long = column.long || shown.includes('\n') || shown.length > 60;
  const list = column.choices.length > 0 ? `choices-${name.replace(/\W+/g, '-')}` : undefined;
  const shared = {
    'aria-label': name,
    'aria-invalid': problem && !problem.level ? ('true' as const) : undefined,
    title: problem ? `${problem.what} ${problem.advice}` : column.help,
    value: shown,
    dir: 'auto' as const,
    onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: leave,
  };
  return (
    <div class={problem ? `cell wrong ${problem.level ?? 'error'}` : 'cell'}>
      {long ? (
        <textarea
          rows={Math.min(3, Math.max(1, shown.split('\n').length, Math.ceil(shown.length / 34)))}
          {...shared}
        />
      ) : (
        <input
          {...shared}
          list={list}
          size={Math.max(8, Math.min(30, shown.length + 1))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') {
              setTyped(null);
              event.currentTarget.value = value;
            }
          }}
        />
      )}
      {list && (
        <datalist id={list}>
          {column.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {problem && (
        <p class="problem">
          {problem.what} {problem.advice}
        </p>
      )}
    </div>
  );
}

const mostListed = 8;

function Problems({ problems }: { readonly problems: readonly ProblemView[] }) {
  return (
    <div class={`problems ${problems[0]?.level ?? 'error'}`} role="status">
      <Icon name="warning" />
      <div>
        <b>{problems.length === 1 ? 'One thing to put right' : `${problems.length} things to put right`}</b>
        <ul>
          {problems.slice(0, mostListed).map(({ row, column, what, advice }, index) => (
            <li key={index}>
              {[row === null ? 'The whole tab' : `Row ${row}`, column].filter(Boolean).join(', ')}: {what}{' '}
              {advice}
            </li>
          ))}
          {problems.length > mostListed && (
            <li>{problems.length - mostListed} more: see the marked cells, or the tab Problems</li>
          )}
        </ul>
      </div>
    </div>
  );
}

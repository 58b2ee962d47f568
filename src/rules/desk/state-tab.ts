// The hidden tab State, apart from the other tabs: every tick looks at a cell of it before it evaluates anything else.

export const stateTab = {
  name: 'State',
  /** Fixed, so that a write needs no look-up. */
  sheetId: 7008,
  header: ['state', 'rules', 'door', 'knock'],
  hidden: true,
} as const;

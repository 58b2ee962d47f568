// Starter content of the Matrix tab: the two matrices, each row one promise to the customer.
import type { Cell } from '../sheet.ts';

/** Short names for the cells; what is not named stays blank. */
interface MatrixRow {
  readonly category?: string;
  readonly subcategory?: string;
  readonly severity?: string;
  readonly customerTier?: string;
  readonly flag?: string;
  readonly rank?: number;
  readonly startTier?: number;
  readonly owners: readonly [string, string, string];
  readonly calendar?: string;
  readonly first: string;
  readonly next: string;
  readonly update: string;
  readonly resolution: string;
  readonly tierTimes?: readonly [string, string, string];
  readonly ladder: readonly string[];
}

/** Cells in the order of the Matrix tab with three tiers. */
function cells(row: MatrixRow): readonly Cell[] {
  const { category = 'any', subcategory = 'any', severity = 'any', customerTier = 'any' } = row;
  return [
    ...[category, subcategory, severity, customerTier, row.flag ?? 'any'],
    ...[row.rank ?? '', row.startTier ?? 1],
    ...row.owners,
    ...[row.calendar ?? '', row.first, row.next, row.update, row.resolution],
    ...(row.tierTimes ?? ['', '', '']),
    row.ladder.join('\n'),
  ];
}

const helen = 'helen@fjordlicht.example';
const roundTheClock = 'Round the clock';

const answers = [
  'first response 75%: tell owner, label At risk',
  'first response due: tell owner, tell lead',
  'next response due: tell owner, tell lead',
];
const updates = ['customer update 75%: holding reply', 'customer update due: tell owner'];
const solves = ['resolution 75%: tell owner, label At risk', 'resolution due: next tier, tell lead'];
const climbs = ['tier time due: next tier, tell lead'];
const silence = ['owner silent 4h: tell lead'];
/** The desk sees by itself that a customer has the same kind of problem again. */
const recurring = 'first response 1% if phrase recurring: tier 3, tell lead';

/** Critical goes straight to upper management. */
const critical: MatrixRow = {
  severity: 'critical',
  rank: 10,
  startTier: 3,
  owners: ['least loaded of Support', 'lead', helen],
  calendar: roundTheClock,
  first: '30m',
  next: '1h',
  update: '4h',
  resolution: '8h',
  ladder: [
    `first response 1%: tell ${helen}, label Critical`,
    'first response 50%: tell owner, tell lead',
    'first response due: tell owner, tell lead',
    'next response due: tell owner',
    ...updates,
    `resolution 50%: tell owner, tell ${helen}`,
    `resolution due: tell owner, tell ${helen}`,
  ],
};

const vip: MatrixRow = {
  customerTier: 'VIP',
  rank: 20,
  startTier: 2,
  owners: [
    'account manager; least loaded of Support',
    'account manager; least loaded of Key accounts',
    helen,
  ],
  calendar: roundTheClock,
  first: '1h',
  next: '2h',
  update: '8h',
  resolution: '24h',
  tierTimes: ['1h', '8h', ''],
  ladder: [
    'first response 1% if reopened 1: tier 3, tell lead',
    'first response 1% if phrase repeated: tier 3, tell lead',
    recurring,
    ...answers,
    ...updates,
    ...climbs,
    ...solves,
  ],
};

/** What is urgent for anybody is no slower for a VIP: two criteria, so that no category's row comes before it. */
const vipHigh: MatrixRow = {
  ...vip,
  severity: 'high',
  rank: 15,
  first: '20m',
  update: '4h',
  tierTimes: ['20m', '8h', ''],
};

/** A key account is solved within 24 hours. */
const keyAccount: MatrixRow = {
  customerTier: 'Key account',
  rank: 30,
  owners: ['account manager; round robin of Support', 'account manager; least loaded of Key accounts', helen],
  calendar: roundTheClock,
  first: '1h',
  next: '4h',
  update: '12h',
  resolution: '24h',
  tierTimes: ['12h', '', ''],
  ladder: [
    'resolution 50% if reopened 1: tier 3, tell lead',
    recurring,
    ...answers,
    ...updates,
    ...climbs,
    ...solves,
  ],
};

const keyAccountHigh: MatrixRow = {
  ...keyAccount,
  severity: 'high',
  rank: 25,
  first: '20m',
  next: '2h',
  update: '4h',
  tierTimes: ['4h', '', ''],
};

/** 60 minutes to answer and confirm, then at once to tier 2, which has 4 hours to solve. */
const billing: MatrixRow = {
  category: 'Billing and payments',
  rank: 50,
  owners: [
    'least loaded of Billing; round robin of Support',
    'least loaded with skill disputes; least loaded with skill payments; lead',
    helen,
  ],
  first: '60m',
  next: '4h',
  update: '1wd',
  resolution: '3wd',
  tierTimes: ['60m', '4h', ''],
  ladder: [
    'first response 75%: tell owner, label At risk',
    'first response due: next tier, tell owner, tell lead',
    'next response due: tell owner, tell lead',
    ...updates,
    ...climbs,
    ...solves,
  ],
};

/** Urgent technical problems stay at tier 1 for 20 minutes. */
const technicalHigh: MatrixRow = {
  category: 'Technical problems',
  severity: 'high',
  rank: 40,
  owners: [
    'account manager; round robin of Support',
    'least loaded with skill technical; least loaded of Technical',
    helen,
  ],
  first: '20m',
  next: '2h',
  update: '4h',
  resolution: '2wd',
  tierTimes: ['20m', '2wd', ''],
  ladder: [
    ...answers,
    ...updates,
    'tier time due if tier 1: hand to skill technical, next tier',
    'tier time due if tier 2: next tier, tell lead',
    ...solves,
  ],
};

/** 4 hours, then higher rank or expertise; 48 hours at the second level. */
const technical: MatrixRow = {
  category: 'Technical problems',
  rank: 50,
  owners: ['round robin of Support', 'least loaded with skill technical; least loaded of Technical', helen],
  first: '2h',
  next: '4h',
  update: '1wd',
  resolution: '4wd',
  tierTimes: ['4h', '2wd', ''],
  ladder: [...answers, ...updates, ...climbs, ...solves, ...silence],
};

/** 72 hours at the second level. */
const shipping: MatrixRow = {
  category: 'Shipping and delivery',
  rank: 50,
  owners: ['least loaded of Logistics; round robin of Support', 'lead', helen],
  first: '4h',
  next: '4h',
  update: '2wd',
  resolution: '5wd',
  tierTimes: ['4h', '3wd', ''],
  ladder: [...answers, ...updates, ...climbs, ...solves],
};

const quality: MatrixRow = {
  category: 'Product and service quality',
  rank: 50,
  owners: ['round robin of Support', 'lead', helen],
  first: '4h',
  next: '4h',
  update: '2wd',
  resolution: '5wd',
  tierTimes: ['1wd', '3wd', ''],
  ladder: [...answers, ...updates, ...climbs, ...solves, ...silence],
};

/** One problem of many customers: with the specialists at once, and all are told how it goes. */
const widespread: MatrixRow = {
  flag: 'widespread',
  rank: 5,
  startTier: 2,
  owners: ['lead', 'least loaded of Technical; lead', helen],
  calendar: roundTheClock,
  first: '30m',
  next: '1h',
  update: '2h',
  resolution: '8h',
  tierTimes: ['30m', '4h', ''],
  ladder: [
    'first response due: tell owner, tell lead',
    'customer update 75%: tell owner',
    'customer update due: tell owner, tell lead',
    ...climbs,
    'resolution 50%: tell owner, tell lead',
    `resolution due: tell owner, tell lead, tell ${helen}`,
  ],
};

/** Catches everything that no other row names. */
const everything: MatrixRow = {
  rank: 1000,
  owners: ['round robin of Support', 'lead', helen],
  first: '4h',
  next: '4h',
  update: '2wd',
  resolution: '5wd',
  tierTimes: ['4h', '3wd', ''],
  ladder: [...answers, ...updates, ...climbs, ...solves, ...silence],
};

export const starterMatrix = [
  critical,
  vipHigh,
  vip,
  keyAccountHigh,
  keyAccount,
  technicalHigh,
  billing,
  technical,
  shipping,
  quality,
  widespread,
  everything,
].map(cells);

const lines: MatrixRow['owners'] = [
  'round robin of Support',
  'least loaded of Technical; least loaded with skill technical',
  `account manager; least loaded of Key accounts; ${helen}`,
];

/** They are at tier 3 from the start: their lead hears of what comes again. */
const again = [
  'first response 1% if reopened 1: tell lead',
  'first response 1% if phrase recurring: tell lead',
];

/** Tier 1 general, tier 2 technical, tier 3 key accounts. */
export const keyAccountsMatrix = [
  { ...critical, owners: [lines[0], lines[1], helen] as const },
  {
    ...vip,
    startTier: 3,
    owners: lines,
    tierTimes: undefined,
    ladder: [...again, ...answers, ...updates, ...solves],
  },
  {
    ...keyAccount,
    startTier: 3,
    owners: lines,
    tierTimes: undefined,
    ladder: [...again, ...answers, ...updates, ...solves],
  },
  {
    ...technical,
    startTier: 2,
    owners: lines,
    tierTimes: ['', '2wd', ''],
  },
  {
    ...billing,
    owners: [
      'least loaded of Billing; round robin of Support',
      'least loaded with skill payments; lead',
      lines[2],
    ],
  },
  widespread,
  { ...everything, owners: lines },
].map((row) => cells(row as MatrixRow));

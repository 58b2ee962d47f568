// What any Gmail must do, asked through Google's own client. Each case stands alone: it makes the mails it looks at.

import { historyCases } from './gmail-cases-history.ts';
import { labelCases } from './gmail-cases-label.ts';
import { listCases } from './gmail-cases-list.ts';
import { mailCases } from './gmail-cases-mail.ts';
import { sendingCases } from './gmail-cases-sending.ts';
import type { Case } from './gmail-steps.ts';

export const gmailContract: readonly Case[] = [
  ...mailCases,
  ...listCases,
  ...labelCases,
  ...historyCases,
  ...sendingCases,
];

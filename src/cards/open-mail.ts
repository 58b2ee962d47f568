// What the sidebar knows of the open mail: headers only, never its text.

export interface OpenMail {
  readonly subject: string;
  /** With its angle brackets, or null: some mails have none. */
  readonly messageId: string | null;
  /** Earlier mails of the conversation, oldest first. */
  readonly references: readonly string[];
  /** The ticket that a notice of the desk to a colleague is about; null for any other mail. */
  readonly noticeOf: string | null;
}

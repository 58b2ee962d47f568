// The JSON shapes of Gmail's REST API that the imitated Gmail answers with.

export interface MessagePartHeader {
  name: string;
  value: string;
}

export interface MessagePartBody {
  attachmentId?: string;
  size?: number;
  /** base64url. */
  data?: string;
}

export interface MessagePart {
  partId?: string;
  mimeType?: string;
  filename?: string;
  headers?: MessagePartHeader[];
  body?: MessagePartBody;
  parts?: MessagePart[];
}

export interface Message {
  id: string;
  threadId: string;
  labelIds?: string[];
  snippet?: string;
  historyId?: string;
  /** Milliseconds since 1970, as text. */
  internalDate?: string;
  payload?: MessagePart;
  sizeEstimate?: number;
  /** base64url. */
  raw?: string;
}

export interface Thread {
  id: string;
  snippet?: string;
  historyId?: string;
  messages?: Message[];
}

export interface LabelColor {
  backgroundColor: string;
  textColor: string;
}

export type LabelListVisibility = 'labelShow' | 'labelShowIfUnread' | 'labelHide';
export type MessageListVisibility = 'show' | 'hide';

export interface Label {
  id: string;
  name: string;
  type?: 'system' | 'user';
  messageListVisibility?: MessageListVisibility;
  labelListVisibility?: LabelListVisibility;
  color?: LabelColor;
  messagesTotal?: number;
  messagesUnread?: number;
  threadsTotal?: number;
  threadsUnread?: number;
}

export interface Draft {
  id: string;
  message: Message;
}

export interface LabelChange {
  message: Message;
  labelIds: string[];
}

export interface History {
  id: string;
  messages?: Message[];
  messagesAdded?: { message: Message }[];
  messagesDeleted?: { message: Message }[];
  labelsAdded?: LabelChange[];
  labelsRemoved?: LabelChange[];
}

export type Format = 'minimal' | 'full' | 'raw' | 'metadata';

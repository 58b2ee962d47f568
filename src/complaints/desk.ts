// The desk's whole thinking: mails came in, a person asked, time passed. Each gives a Plan; none does anything.
export { act, actOn, isRefusal } from './act.ts';
export { tellOverload } from './overload.ts';
export { type Arrived, receive, takeIn, touched } from './receive.ts';
export { relabel } from './relabel.ts';
export { archivingTime, lookAround, lookAt, wakeOf, watch } from './watch.ts';
export { begin, finish, noMemory, type Seen, type Work } from './work.ts';

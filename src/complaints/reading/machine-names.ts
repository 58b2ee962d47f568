// Addresses behind which nobody reads.

const machineNames =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|dont[-_.]?reply|noreply|donotreply|nicht[-_.]?antworten|keine[-_.]?antwort|niet[-_.]?beantwoorden|ikke[-_.]?svar|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder|mailer[-_.]?daemon|postmaster|bounces?|daemon|root|www-data|apache|nobody)(?:$|[-_.+\d=])|[-_.+](?:no-?reply|donotreply)$/i;
/** Machines that send in somebody's name: a Reply-To with them is the writer. */
const senders =
  /^(?:wordpress|webform|web-?form|website|webmaster|formular|kontaktformular|contact-?form|notifications?|forms?|mailer|system)(?:$|[-_.+\d])/i;

/** no-reply, mailer-daemon and the like: an answer would reach nobody, or come back. */
export function isMachineAddress(address: string): boolean {
  return machineNames.test(localPart(address));
}

/** A machine, or a web site that passes on what somebody typed. */
export function isSendingMachine(address: string): boolean {
  return isMachineAddress(address) || senders.test(localPart(address));
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@')).slice(0, 100);
}

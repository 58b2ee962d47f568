// Names and types of what Gmail's REST API takes and gives, as Google publishes them; test/contract holds them to it.
// A line a schema: s text, n number, b boolean, a anything; [] a list, {} a map.
// A line a method: its query, what it takes (>) and what it answers (<).
export const gmailPublished = `
AutoForwarding disposition:s emailAddress:s enabled:b
BatchDeleteMessagesRequest ids:s[]
BatchModifyMessagesRequest addClassificationLabels:ClassificationLabelValue[] addLabelIds:s[] ids:s[] removeClassificationLabelIds:s[] removeLabelIds:s[]
ClassificationLabelFieldValue fieldId:s selection:s
ClassificationLabelValue fields:ClassificationLabelFieldValue[] labelId:s
CseIdentity emailAddress:s primaryKeyPairId:s signAndEncryptKeyPairs:SignAndEncryptKeyPairs
CseKeyPair disableTime:s enablementState:s keyPairId:s pem:s pkcs7:s privateKeyMetadata:CsePrivateKeyMetadata[] subjectEmailAddresses:s[]
CsePrivateKeyMetadata hardwareKeyMetadata:HardwareKeyMetadata kaclsKeyMetadata:KaclsKeyMetadata privateKeyMetadataId:s
Delegate delegateEmail:s verificationStatus:s
DisableCseKeyPairRequest
Draft id:s message:Message
EnableCseKeyPairRequest
Filter action:FilterAction criteria:FilterCriteria id:s
FilterAction addLabelIds:s[] forward:s removeLabelIds:s[]
FilterCriteria excludeChats:b from:s hasAttachment:b negatedQuery:s query:s size:n sizeComparison:s subject:s to:s
ForwardingAddress forwardingEmail:s verificationStatus:s
HardwareKeyMetadata description:s
History id:s labelsAdded:HistoryLabelAdded[] labelsRemoved:HistoryLabelRemoved[] messages:Message[] messagesAdded:HistoryMessageAdded[] messagesDeleted:HistoryMessageDeleted[]
HistoryLabelAdded labelIds:s[] message:Message
HistoryLabelRemoved labelIds:s[] message:Message
HistoryMessageAdded message:Message
HistoryMessageDeleted message:Message
ImapSettings autoExpunge:b enabled:b expungeBehavior:s maxFolderSize:n
KaclsKeyMetadata kaclsData:s kaclsUri:s
Label color:LabelColor id:s labelListVisibility:s messageListVisibility:s messagesTotal:n messagesUnread:n name:s threadsTotal:n threadsUnread:n type:s
LabelColor backgroundColor:s textColor:s
LanguageSettings displayLanguage:s
ListCseIdentitiesResponse cseIdentities:CseIdentity[] nextPageToken:s
ListCseKeyPairsResponse cseKeyPairs:CseKeyPair[] nextPageToken:s
ListDelegatesResponse delegates:Delegate[]
ListDraftsResponse drafts:Draft[] nextPageToken:s resultSizeEstimate:n
ListFiltersResponse filter:Filter[]
ListForwardingAddressesResponse forwardingAddresses:ForwardingAddress[]
ListHistoryResponse history:History[] historyId:s nextPageToken:s
ListLabelsResponse labels:Label[]
ListMessagesResponse messages:Message[] nextPageToken:s resultSizeEstimate:n
ListSendAsResponse sendAs:SendAs[]
ListSmimeInfoResponse smimeInfo:SmimeInfo[]
ListThreadsResponse nextPageToken:s resultSizeEstimate:n threads:Thread[]
Message classificationLabelValues:ClassificationLabelValue[] historyId:s id:s internalDate:s labelIds:s[] payload:MessagePart raw:s sizeEstimate:n snippet:s threadId:s
MessagePart body:MessagePartBody filename:s headers:MessagePartHeader[] mimeType:s partId:s parts:MessagePart[]
MessagePartBody attachmentId:s data:s size:n
MessagePartHeader name:s value:s
ModifyMessageRequest addClassificationLabels:ClassificationLabelValue[] addLabelIds:s[] removeClassificationLabelIds:s[] removeLabelIds:s[]
ModifyThreadRequest addLabelIds:s[] removeLabelIds:s[]
ObliterateCseKeyPairRequest
PopSettings accessWindow:s disposition:s
Profile emailAddress:s historyId:s messagesTotal:n threadsTotal:n
SendAs displayName:s isDefault:b isPrimary:b replyToAddress:s sendAsEmail:s signature:s smtpMsa:SmtpMsa treatAsAlias:b verificationStatus:s
SignAndEncryptKeyPairs encryptionKeyPairId:s signingKeyPairId:s
SmimeInfo encryptedKeyPassword:s expiration:s id:s isDefault:b issuerCn:s pem:s pkcs12:s
SmtpMsa host:s password:s port:n securityMode:s username:s
Thread historyId:s id:s messages:Message[] snippet:s
VacationSettings enableAutoReply:b endTime:s responseBodyHtml:s responseBodyPlainText:s responseSubject:s restrictToContacts:b restrictToDomain:b startTime:s
WatchRequest labelFilterAction:s labelFilterBehavior:s labelIds:s[] topicName:s
WatchResponse expiration:s historyId:s
users.getprofile <:Profile
users.stop
users.watch >:WatchRequest <:WatchResponse
users.drafts.create >:Draft <:Draft
users.drafts.delete
users.drafts.get <:Draft format:s
users.drafts.list <:ListDraftsResponse includeSpamTrash:b maxResults:n pageToken:s q:s
users.drafts.send >:Draft <:Message
users.drafts.update >:Draft <:Draft
users.history.list <:ListHistoryResponse historyTypes:s[] labelId:s maxResults:n pageToken:s startHistoryId:s
users.labels.create >:Label <:Label
users.labels.delete
users.labels.get <:Label
users.labels.list <:ListLabelsResponse
users.labels.patch >:Label <:Label
users.labels.update >:Label <:Label
users.messages.batchdelete >:BatchDeleteMessagesRequest
users.messages.batchmodify >:BatchModifyMessagesRequest
users.messages.delete
users.messages.get <:Message format:s metadataHeaders:s[]
users.messages.import >:Message <:Message deleted:b internalDateSource:s neverMarkSpam:b processForCalendar:b
users.messages.insert >:Message <:Message deleted:b internalDateSource:s
users.messages.list <:ListMessagesResponse includeSpamTrash:b labelIds:s[] maxResults:n pageToken:s q:s
users.messages.modify >:ModifyMessageRequest <:Message
users.messages.send >:Message <:Message
users.messages.trash <:Message
users.messages.untrash <:Message
users.messages.attachments.get <:MessagePartBody
users.threads.delete
users.threads.get <:Thread format:s metadataHeaders:s[]
users.threads.list <:ListThreadsResponse includeSpamTrash:b labelIds:s[] maxResults:n pageToken:s q:s
users.threads.modify >:ModifyThreadRequest <:Thread
users.threads.trash <:Thread
users.threads.untrash <:Thread
`;

package io.sylion.triage.service;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;

/** What triage knows of a message; it is kept as the decision's snapshot, without the text. */
record TriageInput(boolean controlActive, Handler handler, MessageType type, String text) {
    TriageInput withoutText() {
        return new TriageInput(controlActive, handler, type, null);
    }
}

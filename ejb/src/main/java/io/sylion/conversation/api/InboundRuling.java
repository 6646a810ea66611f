package io.sylion.conversation.api;

import java.util.Optional;

/** Decides on one inbound message, inside its transaction: from what it is told and what it knew before, asking nobody. */
public interface InboundRuling {
    /** Empty when the decision asks for more than the message and its conversation: then it is taken after the storing. */
    Optional<InboundVerdict> judge(InboundFacts facts);
}

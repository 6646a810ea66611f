package io.sylion.conversation.api;

import java.util.Optional;

/** Decides on an inbound message before it is stored, so that the decision is stored together with it. */
public interface InboundJudge {
    /** Empty when the decision asks for more than the message and its conversation: then it is taken after the storing. */
    Optional<InboundVerdict> judge(InboundFacts facts);
}

package io.sylion.conversation.api;

/** Decides on an inbound message before it is stored, so that the decision is stored together with it. */
public interface InboundJudge {
    /** Reads what the bound tenant decides by; called before the message's transaction, since it may ask the database itself. */
    InboundRuling prepare();
}

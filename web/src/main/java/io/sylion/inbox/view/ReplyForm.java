package io.sylion.inbox.view;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.api.Attachment;
import io.sylion.conversation.api.ReplyToCustomer;
import jakarta.servlet.http.Part;
import java.util.UUID;

/** What the composer and the buttons beside it send. */
public class ReplyForm {
    private String conversation;
    private String message;
    private String key;
    private String seen;
    private String text;
    private Part file;

    UUID conversationId() {
        return UUID.fromString(conversation);
    }

    UUID messageId() {
        return UUID.fromString(message);
    }

    boolean hasFile() {
        return file != null && file.getSize() > 0;
    }

    ReplyToCustomer toCommand() {
        return new ReplyToCustomer(conversationId(), key, MessageType.TEXT, text, null, 0, ConversationView.uuid(seen));
    }

    ReplyToCustomer toCommand(Attachment attachment) {
        return attachment.reply(conversationId(), key, text, ConversationView.uuid(seen));
    }

    public String getConversation() {
        return conversation;
    }

    public void setConversation(String conversation) {
        this.conversation = conversation;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}

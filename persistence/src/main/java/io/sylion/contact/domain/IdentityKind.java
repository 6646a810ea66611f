package io.sylion.contact.domain;

/** What a value that identifies a contact is. */
public enum IdentityKind {
    PHONE,
    WHATSAPP_BSUID,
    INSTAGRAM,
    EMAIL,
    WEB_VISITOR
}

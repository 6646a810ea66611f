package io.sylion.contact.domain;

import java.time.Instant;
import java.util.UUID;

/** A contact as pages and senders need it; phone and bsuid are null when not known. */
public record ContactDetails(UUID id, String name, String language, String phone, String bsuid, Instant createdAt) {}

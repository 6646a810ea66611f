package io.sylion.channel.api;

/** A customer goes by another number or provider id from now on; what did not change is null. */
public record IdentityChange(String oldPhone, String newPhone, String oldBsuid, String newBsuid) {}

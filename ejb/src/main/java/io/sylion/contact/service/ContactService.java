package io.sylion.contact.service;

import io.sylion.channel.api.IdentityChange;
import io.sylion.channel.api.InboundParty;
import io.sylion.contact.domain.ContactDetails;
import io.sylion.contact.domain.ContactRepository;
import io.sylion.contact.domain.ContactStatements;
import io.sylion.contact.domain.IdentityKind;
import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Recognises customers and keeps their names at the providers together. */
@Stateless
@Permit(Role.VIEWER)
public class ContactService {
    @Inject
    ContactRepository contacts;

    @Inject
    Clock clock;

    /** The contact behind a provider's customer, made when it is not known yet; new names are added to a known one. */
    @Permit(Role.OWNER)
    public UUID recognise(InboundParty party) {
        UUID contact = contacts.find(party.bsuid(), party.phone()).orElseGet(() -> create(party));
        if (party.bsuid() != null && party.phone() != null) {
            identify(contact, party.bsuid(), party.phone());
        }
        return contact;
    }

    /** Makes a contact of a customer whom nobody knows, together with other statements. Each adds one row, or somebody was faster. */
    public static List<BoundSql> adding(UUID id, InboundParty party, Instant now) {
        List<BoundSql> all = new ArrayList<>();
        all.add(ContactStatements.add(id, party.name(), now));
        if (party.bsuid() != null) {
            all.add(ContactStatements.identify(id, IdentityKind.WHATSAPP_BSUID, party.bsuid(), now));
        }
        if (party.phone() != null) {
            all.add(ContactStatements.identify(id, IdentityKind.PHONE, party.phone(), now));
        }
        return all;
    }

    private UUID create(InboundParty party) {
        contacts.lock(party.bsuid() == null ? party.phone() : party.bsuid());
        return contacts.find(party.bsuid(), party.phone()).orElseGet(() -> {
            UUID id = contacts.add(party.name(), null, clock.instant());
            identify(id, party.bsuid(), party.phone());
            return id;
        });
    }

    /** A customer changed their number or provider id: the new name leads to the same contact. */
    @Permit(Role.OWNER)
    public boolean follow(IdentityChange change) {
        return contacts.find(change.oldBsuid(), change.oldPhone())
                .map(contact -> {
                    identify(contact, change.newBsuid(), change.newPhone());
                    return true;
                })
                .orElse(false);
    }

    /** @throws NoSuchElementException when the tenant has no such contact */
    public ContactDetails details(UUID id) {
        return contacts.details(id).orElseThrow(() -> new NoSuchElementException("no contact " + id));
    }

    private void identify(UUID contact, String bsuid, String phone) {
        Instant now = clock.instant();
        if (bsuid != null) {
            contacts.identify(contact, IdentityKind.WHATSAPP_BSUID, bsuid, now);
        }
        if (phone != null) {
            contacts.identify(contact, IdentityKind.PHONE, phone, now);
        }
    }
}

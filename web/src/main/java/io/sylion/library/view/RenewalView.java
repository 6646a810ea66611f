package io.sylion.library.view;

import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.service.RenewalService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** How far another embedding model is with the base shown. */
@Named("libraryRenewal")
@RequestScoped
public class RenewalView {
    @Inject
    RenewalService renewals;

    private Integer percent;
    private boolean read;

    /** Of the vectors, how many are made; null when none are being made. */
    public Integer percent(UUID baseId) {
        if (!read) {
            percent = renewals.renewal(baseId).map(IndexingProgress::percent).orElse(null);
            read = true;
        }
        return percent;
    }
}

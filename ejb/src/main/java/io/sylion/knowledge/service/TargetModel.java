package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.domain.VectorModelRepository;
import io.sylion.platform.ai.ModelInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The embedding model of the configuration, as the database knows it: in the end it serves every base. */
@ApplicationScoped
public class TargetModel {
    @Inject
    ModelInfo configured;

    @Inject
    VectorModelRepository models;

    /** Least cosine similarity of a hit by meaning alone; depends on the model. */
    @Inject
    @ConfigProperty(name = "sylion.knowledge.minimum-similarity", defaultValue = "0.45")
    double minimumSimilarity;

    private volatile VectorModel known;

    /** The model; remembered with its first use, when the index over its vectors is made as well. */
    @PermitAll
    public VectorModel get() {
        VectorModel model = known;
        if (model == null) {
            model = models.remember(
                    configured.embeddingProvider(),
                    configured.embeddingModel(),
                    configured.dimension(),
                    minimumSimilarity);
            models.index(model);
            known = model;
        }
        return model;
    }
}

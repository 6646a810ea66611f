package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The models whose vectors are in use, of the whole installation. */
@ApplicationScoped
public class VectorModelRepository {
    @Inject
    OperatorDatabase database;

    /** The model of this name, from now on known. */
    public VectorModel remember(String provider, String name, int dimension, double minimumSimilarity) {
        return database.list(
                        """
                        insert into knowledge_model (provider, name, dimension, minimum_similarity) values (?, ?, ?, ?)
                        on conflict (provider, name, dimension) do update set minimum_similarity = excluded.minimum_similarity
                        returning id""",
                        row -> new VectorModel(row.getInt(1), provider, name, dimension, minimumSimilarity),
                        provider,
                        name,
                        dimension,
                        minimumSimilarity)
                .getFirst();
    }

    /** Makes the index over its vectors, unless it is there. */
    public void index(VectorModel model) {
        database.list("select knowledge_index_model(?)", row -> null, model.id());
    }
}

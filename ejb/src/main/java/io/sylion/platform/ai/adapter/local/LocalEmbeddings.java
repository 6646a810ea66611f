package io.sylion.platform.ai.adapter.local;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Embeddings in this process: no account, no network, about 130 MB of memory once they are used. */
public final class LocalEmbeddings {
    /** More threads than this would take the processor from the rest. */
    private static final int THREADS = 2;

    private LocalEmbeddings() {}

    /** The model; loaded with the first text. */
    public static EmbeddingModel model() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "embeddings");
            thread.setDaemon(true);
            return thread;
        });
        return new AllMiniLmL6V2QuantizedEmbeddingModel(threads);
    }
}

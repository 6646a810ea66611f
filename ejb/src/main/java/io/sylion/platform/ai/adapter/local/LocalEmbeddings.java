package io.sylion.platform.ai.adapter.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Embeddings in this process: no account, no network, about 130 MB of memory once they are used. Each text is one thread's work:
 * shared by several, as the runtime would have it, the same takes a third more of the processor, which waits in circles.
 */
public final class LocalEmbeddings extends AbstractInProcessEmbeddingModel {
    /** More texts at once than this would take the processor from the rest. */
    private static final int THREADS = 2;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    private LocalEmbeddings(OnnxBertBiEncoder encoder, Executor threads) {
        super(threads);
        this.encoder = encoder;
    }

    /** Loads the model. */
    public static EmbeddingModel load() {
        try {
            return new LocalEmbeddings(
                    encoder(),
                    Executors.newFixedThreadPool(
                            THREADS,
                            Thread.ofPlatform().name("embeddings-", 0).daemon().factory()));
        } catch (IOException e) {
            throw new UncheckedIOException("no model for embeddings", e);
        } catch (OrtException e) {
            throw new IllegalStateException("no model for embeddings", e);
        }
    }

    private static OnnxBertBiEncoder encoder() throws IOException, OrtException {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (InputStream model = file(MODEL);
                InputStream tokenizer = file(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new OnnxBertBiEncoder(
                    runtime, runtime.createSession(model.readAllBytes(), options), tokenizer, PoolingMode.MEAN);
        }
    }

    private static InputStream file(String name) {
        return AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}

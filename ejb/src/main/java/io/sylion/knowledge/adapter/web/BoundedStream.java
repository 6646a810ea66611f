package io.sylion.knowledge.adapter.web;

import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off when it is longer than it may be, whatever its head said of its length. */
final class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new UnreadableDocument(DocumentProblem.TOO_LONG);
        }
    }
}

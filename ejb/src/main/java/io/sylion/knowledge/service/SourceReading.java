package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentReader;
import io.sylion.knowledge.api.FetchedPage;
import io.sylion.knowledge.api.PageFetcher;
import io.sylion.knowledge.api.ReadDocument;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import io.sylion.knowledge.domain.UnreadSource;
import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Reads the file or page of a document, outside any transaction: the first step of indexing, done once for each revision. */
@ApplicationScoped
@Permit(Role.OWNER)
public class SourceReading {
    @Inject
    ReadingSteps steps;

    @Inject
    ObjectStore objects;

    @Inject
    DocumentReader reader;

    @Inject
    PageFetcher pages;

    /** Takes the revision up and reads what is to be read; false when somebody else is at it, or it is done. */
    public boolean read(UUID documentId, int revision) {
        if (!steps.claim(documentId, revision)) {
            return false;
        }
        steps.unread(documentId, revision).ifPresent(source -> {
            try {
                Path file = Files.createTempFile("sylion-document-", "");
                try {
                    read(source, file);
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the document's source cannot be read", e);
            }
        });
        return true;
    }

    private void read(UnreadSource source, Path file) throws IOException {
        switch (source.origin()) {
            case FILE -> {
                fetch(source.objectKey(), file);
                ReadDocument text = reader.read(file, source.fileName());
                steps.read(source, source.title(), text);
            }
            case PAGE -> {
                FetchedPage page = pages.fetch(source.address(), file);
                ReadDocument text = reader.read(file, page.name());
                steps.read(source, text.title().isEmpty() ? source.title() : text.title(), text);
            }
            case TEXT -> throw new IllegalStateException("a text is not read");
        }
    }

    private void fetch(String objectKey, Path file) throws IOException {
        try (InputStream in = objects.open(objectKey)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (ObjectNotFound e) {
            throw new UnreadableDocument(DocumentProblem.FILE_MISSING);
        }
    }
}

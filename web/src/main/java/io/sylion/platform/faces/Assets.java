package io.sylion.platform.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Names the state of our style sheets and scripts: part of their addresses, so that browsers keep them until they change. */
@Named
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/resources/sylion/";

    @Inject
    ServletContext application;

    private String version;

    @PostConstruct
    void read() {
        CRC32 sum = new CRC32();
        Set<String> files = application.getResourcePaths(FOLDER);
        for (String file : new TreeSet<>(files == null ? Set.of() : files)) {
            try (InputStream content = application.getResourceAsStream(file)) {
                if (content != null) {
                    sum.update(content.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        version = Long.toString(sum.getValue(), Character.MAX_RADIX);
    }

    public String getVersion() {
        return version;
    }
}

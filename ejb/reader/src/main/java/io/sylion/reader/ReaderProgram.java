package io.sylion.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code ReaderProgram <file> <its name> <where the text goes>}: writes the text and says on standard output what the file is; or says
 * the problem and ends with 2. Anything else that ends it, memory or time for example, is seen by whoever started it.
 */
public final class ReaderProgram {
    private static final int REFUSED = 2;

    private ReaderProgram() {}

    public static void main(String[] arguments) throws IOException {
        try {
            ReadText read = new FileReader(Limits.USUAL).read(Path.of(arguments[0]), arguments[1]);
            Files.writeString(Path.of(arguments[2]), read.markdown());
            say("title", read.title().replaceAll("[\\s\\p{Cntrl}]+", " "));
            say("type", read.type());
            say("pages", String.valueOf(read.pages()));
        } catch (Unreadable e) {
            say("problem", e.problem().name());
            System.out.flush();
            System.exit(REFUSED);
        }
    }

    private static void say(String name, String value) {
        System.out.println(name + "=" + value);
    }
}

package io.sylion.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads one file as what its bytes say it is; its name only tells kinds of plain text apart. */
final class FileReader {
    private static final long LARGEST_UNPACKED = 200L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final String PDF = "application/pdf";
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final Map<String, String> KINDS_OF_TEXT = Map.of(
            "csv",
            "text/csv",
            "tsv",
            "text/csv",
            "md",
            "text/markdown",
            "markdown",
            "text/markdown",
            "txt",
            "text/plain");

    /** Office's former files, and those that are encrypted, lie in its former container. */
    private static final Set<String> FORMER_OFFICE = Set.of(
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/x-tika-ooxml-protected",
            "application/x-tika-msoffice");

    private final Limits limits;

    FileReader(Limits limits) {
        this.limits = limits;
    }

    /** @throws Unreadable with the reason */
    ReadText read(Path file, String name) throws IOException {
        if (Files.size(file) == 0) {
            throw new Unreadable(ReadingProblem.EMPTY_FILE);
        }
        String type = type(file, name);
        Parser parser = parser(type);
        ReadText text = parser == null ? plain(file, type) : parsed(file, type, parser);
        if (text.markdown().isBlank()) {
            throw new Unreadable(ReadingProblem.NO_TEXT);
        }
        return text;
    }

    private static String type(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        MediaType found;
        try (TikaInputStream in = TikaInputStream.get(file)) {
            found = new DefaultDetector().detect(in, metadata);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = found.getBaseType().toString();
        if (KINDS_OF_TEXT.containsKey(ending) && !isParsed(type)) {
            return KINDS_OF_TEXT.get(ending);
        }
        if (ending.startsWith("htm") && found.getType().equals("text")) {
            return "text/html";
        }
        // the beginnings of letters and news are words that any text may begin with
        boolean text = found.getType().equals("text") && !type.equals("text/html");
        boolean unknown =
                type.equals("application/octet-stream") || found.getType().equals("message");
        return text || unknown ? "text/plain" : type;
    }

    /** Words of HTML also stand in other texts. */
    private static boolean isParsed(String type) {
        return type.startsWith(OPEN_XML)
                || type.startsWith(OPEN_DOCUMENT)
                || FORMER_OFFICE.contains(type)
                || type.equals(PDF);
    }

    /** Null for plain text. */
    private static Parser parser(String type) {
        if (type.startsWith(OPEN_XML)) {
            return new OOXMLParser();
        }
        if (type.startsWith(OPEN_DOCUMENT)) {
            return new OpenDocumentParser();
        }
        if (FORMER_OFFICE.contains(type)) {
            return new OfficeParser();
        }
        return switch (type) {
            case PDF -> new PDFParser();
            case "text/html", "application/xhtml+xml" -> new JSoupParser();
            case "text/plain", "text/csv", "text/markdown" -> null;
            default -> throw new Unreadable(ReadingProblem.UNKNOWN_KIND);
        };
    }

    private ReadText plain(Path file, String type) throws IOException {
        String text = PlainText.decoded(Files.readAllBytes(file));
        if (text.length() > limits.characters()) {
            throw new Unreadable(ReadingProblem.TOO_LONG);
        }
        return new ReadText("", type, 0, type.equals("text/csv") ? QuestionTable.markdown(text) : text);
    }

    private ReadText parsed(Path file, String type, Parser parser) throws IOException {
        if (type.startsWith(OPEN_XML) || type.startsWith(OPEN_DOCUMENT)) {
            refuseBomb(file);
        }
        MarkdownHandler markdown = new MarkdownHandler(limits);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, type);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            SecureContentHandler guarded = new SecureContentHandler(markdown, in);
            try {
                parser.parse(in, guarded, metadata, context());
            } catch (SAXException e) {
                guarded.throwIfCauseOf(e);
                throw e;
            }
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            throw reason(e);
        }
        String title = metadata.get(TikaCoreProperties.TITLE);
        return new ReadText(title == null ? "" : title.strip(), type, markdown.pages(), markdown.text());
    }

    /** What the archive says of itself; one that lies meets the bounds of memory. */
    private static void refuseBomb(Path file) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            long unpacked = archive.stream().mapToLong(ZipEntry::getSize).sum();
            if (unpacked > LARGEST_UNPACKED || archive.size() > MOST_ENTRIES) {
                throw new Unreadable(ReadingProblem.BOMB);
            }
        } catch (IOException e) {
            throw new Unreadable(ReadingProblem.DAMAGED, e);
        }
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        OfficeParserConfig office = new OfficeParserConfig();
        // event by event: the whole document never stands in memory
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setExtractMacros(false);
        context.set(OfficeParserConfig.class, office);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setSortByPosition(true);
        pdf.setExtractAnnotationText(false);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractAcroFormContent(false);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }

    /** Parsers wrap what happened; the first cause that says something decides. */
    private static Unreadable reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable known) {
                return known;
            }
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof EncryptedDocumentException || words.contains("password")) {
                return new Unreadable(ReadingProblem.ENCRYPTED, failure);
            }
            if (words.contains("zip bomb")) {
                return new Unreadable(ReadingProblem.BOMB, failure);
            }
            if (cause instanceof ZeroByteFileException) {
                return new Unreadable(ReadingProblem.EMPTY_FILE, failure);
            }
        }
        return new Unreadable(ReadingProblem.DAMAGED, failure);
    }

    /** Files inside the file are not read: nobody who dropped a letter means the table that hides in it. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // never asked
        }
    }
}

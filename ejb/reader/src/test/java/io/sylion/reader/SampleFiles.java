package io.sylion.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Files of each kind, good and bad. */
final class SampleFiles {
    private static final String CONTENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>
            <text:h text:outline-level="1">Ateliers</text:h><text:p>Les ateliers de couture ont lieu le mardi à 18 heures.</text:p>
            </office:text></office:body></office:document-content>""";

    private static final String BOMB_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?><w:document
              xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>""";

    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    Path pdf(String name, int pages, String... lines) throws IOException {
        return written(name, pages, null, lines);
    }

    Path encryptedPdf(String name) throws IOException {
        return written(name, 1, "secret", "Personne ne lit ceci.");
    }

    private Path written(String name, int pages, String password, String... lines) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(15);
                    content.newLineAtOffset(60, 780);
                    for (String line : lines) {
                        content.showText(line.formatted(number));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(file.toFile());
        }
        return file;
    }

    Path docx(String name) throws IOException {
        Path file = folder.resolve(name);
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("Titre1");
            style.addNewName().setVal("heading 1");
            document.createStyles().addStyle(new XWPFStyle(style));
            XWPFParagraph heading = document.createParagraph();
            heading.setStyle("Titre1");
            heading.createRun().setText("Guide des tailles");
            document.createParagraph().createRun().setText("Entre deux tailles, prenez la plus grande.");
            XWPFTable table = document.createTable(3, 2);
            String[][] cells = {{"Taille", "Tour de poitrine"}, {"S", "84 à 88 cm"}, {"M", "89 à 94 cm"}};
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < 2; column++) {
                    table.getRow(row).getCell(column).setText(cells[row][column]);
                }
            }
            document.write(out);
        }
        return file;
    }

    Path pptx(String name) throws IOException {
        Path file = folder.resolve(name);
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            XSLFSlide slide = show.createSlide();
            slide.createTextBox().setText("La carte cadeau est valable un an.");
            show.write(out);
        }
        return file;
    }

    Path xlsx(String name) throws IOException {
        Path file = folder.resolve(name);
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("Tarifs");
            String[][] cells = {
                {"Pays", "Délai", "Prix"}, {"France", "2 jours", "4,90 €"}, {"Belgique", "3 jours", "6,90 €"}
            };
            for (int row = 0; row < cells.length; row++) {
                XSSFRow line = sheet.createRow(row);
                for (int column = 0; column < 3; column++) {
                    line.createCell(column).setCellValue(cells[row][column]);
                }
            }
            book.write(out);
        }
        return file;
    }

    Path odt(String name) throws IOException {
        return zip(name, Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", CONTENT));
    }

    /** A letter whose only part grows to 256 MB when it is unpacked. */
    Path bomb(String name) throws IOException {
        Path file = docx("whole.docx");
        Path bomb = folder.resolve(name);
        try (ZipFile whole = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : whole.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) {
                    out.write(BOMB_HEAD.getBytes(StandardCharsets.UTF_8));
                    byte[] many = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 256; i++) {
                        out.write(many);
                    }
                    out.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
                } else {
                    whole.getInputStream(entry).transferTo(out);
                }
            }
        }
        return bomb;
    }

    Path zip(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry :
                    new TreeMap<>(entries).descendingMap().entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Path bytes(String name, byte... bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}

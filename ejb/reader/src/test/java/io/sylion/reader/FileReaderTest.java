package io.sylion.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
    @TempDir
    Path folder;

    private SampleFiles samples;

    @BeforeEach
    void folder() {
        samples = new SampleFiles(folder);
    }

    @Test
    void aPdfIsReadByPages() throws IOException {
        ReadText read = read(samples.pdf("a.pdf", 2, "Les retours sont gra-", "tuits sous 30 jours.", "Page %d."));
        assertThat(read.type()).isEqualTo("application/pdf");
        assertThat(read.pages()).isEqualTo(2);
        assertThat(read.markdown()).contains("Les retours sont gratuits sous 30 jours. Page 1.", "Page 2.");
    }

    @Test
    void threeHundredPagesAreRead() throws IOException {
        String line = "Article %d. Le client dispose de trente jours pour rendre un article, sans frais.";
        ReadText read = read(samples.pdf("long.pdf", 300, line, line, line, line, line, line, line, line));
        assertThat(read.pages()).isEqualTo(300);
        assertThat(read.markdown()).contains("Article 1.", "Article 300.");
    }

    @Test
    void tooManyPagesAreRefused() throws IOException {
        Path file = samples.pdf("long.pdf", 4, "Page %d.");
        assertThat(problem(file, new Limits(3, 1000))).isEqualTo(ReadingProblem.TOO_MANY_PAGES);
    }

    @Test
    void tooMuchTextIsRefused() throws IOException {
        assertThat(problem(samples.text("long.txt", "a ".repeat(600)), new Limits(3, 1000)))
                .isEqualTo(ReadingProblem.TOO_LONG);
        assertThat(problem(samples.text("long.html", "<p>" + "a ".repeat(600)), new Limits(3, 1000)))
                .isEqualTo(ReadingProblem.TOO_LONG);
    }

    @Test
    void aLetterKeepsHeadingsAndTables() throws IOException {
        assertThat(read(samples.docx("a.docx")).markdown())
                .contains("# Guide des tailles\n", "Entre deux tailles, prenez la plus grande.\n")
                .contains("- Taille: S; Tour de poitrine: 84 à 88 cm\n- Taille: M; Tour de poitrine: 89 à 94 cm");
    }

    @Test
    void slidesSheetsAndOpenDocumentsAreRead() throws IOException {
        assertThat(read(samples.pptx("a.pptx")).markdown()).contains("La carte cadeau est valable un an.");
        assertThat(read(samples.xlsx("a.xlsx")).markdown())
                .contains("# Tarifs", "- Pays: Belgique; Délai: 3 jours; Prix: 6,90 €");
        assertThat(read(samples.odt("a.odt")).markdown())
                .contains("# Ateliers\n", "Les ateliers de couture ont lieu le mardi à 18 heures.");
    }

    @Test
    void ofAPageOnlyItsTextIsRead() throws IOException {
        ReadText read = read(samples.text("a.html", """
                <!DOCTYPE html><html><head><title>Livraison</title><style>p{}</style></head><body>
                <nav><a href="/">Accueil</a></nav><form><label>Pays <select><option>Suisse</option></select></label><main><h1>Livraison</h1><p>En <b>deux</b> jours.</p>
                <ul><li>Lyon</li><li>Paris</li></ul><table><tr><th>Pays</th><th>Prix</th></tr><tr><td>Suisse</td><td>9 €</td></tr></table>
                </main></form><script>track()</script><footer>Mentions</footer></body></html>"""));
        assertThat(read.title()).isEqualTo("Livraison");
        assertThat(read.type()).isEqualTo("text/html");
        assertThat(read.markdown())
                .isEqualTo("# Livraison\n\nEn deux jours.\n\n- Lyon\n- Paris\n- Pays: Suisse; Prix: 9 €\n\n");
    }

    @Test
    void plainTextIsDecoded() throws IOException {
        byte[] western = "Les délais s’allongent".getBytes(Charset.forName("windows-1252"));
        assertThat(read(samples.bytes("a.txt", western)).markdown()).isEqualTo("Les délais s’allongent");
        byte[] marked = "\uFEFFÉté".getBytes(StandardCharsets.UTF_8);
        assertThat(read(samples.bytes("b.md", marked)).markdown()).isEqualTo("Été");
        assertThat(read(samples.bytes("c.txt", "\uFEFFÉté".getBytes(StandardCharsets.UTF_16BE)))
                        .markdown())
                .isEqualTo("Été");
    }

    @Test
    void questionsAndAnswersBecomeHeadings() throws IOException {
        ReadText read = read(samples.text("faq.csv", """
                Question;Réponse
                Livrez-vous en Suisse ?;"Oui, en 4 jours ; comptez ""9 €""."
                Et le dimanche ?;Non.
                """));
        assertThat(read.type()).isEqualTo("text/csv");
        assertThat(read.markdown())
                .isEqualTo(
                        "## Livrez-vous en Suisse ?\n\nOui, en 4 jours ; comptez \"9 €\".\n\n## Et le dimanche ?\n\nNon.\n\n");
    }

    @Test
    void otherTablesNameTheirColumns() throws IOException {
        assertThat(read(samples.text("prix.csv", "Article,Prix\nRobe,\"49,90\"\n"))
                        .markdown())
                .isEqualTo("- Article: Robe; Prix: 49,90\n");
    }

    @Test
    void theContentDecidesNotTheName() throws IOException {
        Path pdf = Files.move(samples.pdf("a.pdf", 1, "Bonjour."), folder.resolve("a.docx"));
        assertThat(read(pdf).type()).isEqualTo("application/pdf");
        assertThat(problem(samples.bytes("photo.pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})))
                .isEqualTo(ReadingProblem.UNKNOWN_KIND);
        assertThat(problem(samples.zip("a.docx", Map.of("a.txt", "b")))).isEqualTo(ReadingProblem.UNKNOWN_KIND);
        assertThat(problem(samples.bytes("a.txt", new byte[] {0, 1, 2, 3, 0, 5, 0, 7})))
                .isEqualTo(ReadingProblem.UNKNOWN_KIND);
    }

    @Test
    void whatCannotBeReadHasAReason() throws IOException {
        assertThat(problem(samples.bytes("empty.pdf"))).isEqualTo(ReadingProblem.EMPTY_FILE);
        assertThat(problem(samples.encryptedPdf("secret.pdf"))).isEqualTo(ReadingProblem.ENCRYPTED);
        assertThat(problem(samples.pdf("scan.pdf", 1))).isEqualTo(ReadingProblem.NO_TEXT);
        byte[] whole = Files.readAllBytes(samples.docx("whole.docx"));
        assertThat(problem(samples.bytes("cut.docx", Arrays.copyOf(whole, whole.length / 2))))
                .isIn(ReadingProblem.DAMAGED, ReadingProblem.UNKNOWN_KIND);
        assertThat(problem(samples.text("broken.pdf", "%PDF-1.7\nnothing that follows makes sense")))
                .isEqualTo(ReadingProblem.DAMAGED);
    }

    @Test
    void aBombIsDefused() throws IOException {
        Path bomb = samples.bomb("bomb.docx");
        assertThat(Files.size(bomb)).isLessThan(3_000_000);
        assertThat(problem(bomb)).isEqualTo(ReadingProblem.BOMB);
    }

    private static ReadText read(Path file) throws IOException {
        return new FileReader(Limits.USUAL).read(file, file.getFileName().toString());
    }

    private static ReadingProblem problem(Path file) {
        return problem(file, Limits.USUAL);
    }

    private static ReadingProblem problem(Path file, Limits limits) {
        Unreadable thrown = catchThrowableOfType(
                Unreadable.class,
                () -> new FileReader(limits).read(file, file.getFileName().toString()));
        assertThat(thrown).as("outcome of %s", file.getFileName()).isNotNull();
        return thrown.problem();
    }
}

package io.sylion.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.SignInPage;
import io.sylion.inbox.InboxPage;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.StaffSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** A manager fills a base: what is dropped is read, shown, explained, used and removed. */
class LibraryST {
    private static final List<String> GOOD = List.of(
            "Retours.pdf",
            "Guide des tailles.docx",
            "Ateliers.odt",
            "Carte cadeau.pptx",
            "Tarifs.xlsx",
            "Questions.csv",
            "Entretien.md",
            "Parking.html");

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void tenFilesAreDroppedTwoOfThemBroken() throws Exception {
        LibraryPage library = newBase();
        assertThat(browser.text("#none")).contains("Déposez un fichier");
        library.drop(Stream.concat(GOOD.stream(), Stream.of("Contrat.pdf", "Photo.docx"))
                .map(LibraryPage::sample)
                .toArray(Path[]::new));
        for (String name : GOOD) {
            library.has(name, "indexed");
        }
        library.has("Contrat.pdf", "failed");
        library.has("Photo.docx", "failed");
        assertThat(library.rows()).isEqualTo(10);
        assertThat(library.row("Contrat.pdf")).contains("protégé par un mot de passe");
        assertThat(library.row("Photo.docx")).contains("n’est pas d’un type que nous lisons");

        library.show("failed");
        assertThat(library.rows()).isEqualTo(2);
        library.show("all");
        library.openDocument("Questions.csv");
        assertThat(library.passages()).contains("Livrez-vous en Suisse ?", "Oui, en quatre jours, pour 9 €.");
        browser.driver().navigate().back();
        library.openDocument("Guide des tailles.docx");
        assertThat(library.passages()).contains("Taille: S; Tour de poitrine: 84 à 88 cm");
    }

    @Test
    void whatIsEmptyTooLargeOrMisspeltIsExplained() throws Exception {
        LibraryPage library = newBase();
        Path empty = Files.createFile(folder.resolve("vide.pdf"));
        Path large = folder.resolve("film.pdf");
        Files.write(large, new byte[20 * 1024 * 1024 + 1]);
        library.drop(empty, large);
        library.has("vide.pdf", "failed");
        assertThat(library.row("vide.pdf")).contains("Le fichier est vide");
        browser.shows("#uploads", "Plus de 20 Mo");
        assertThat(library.rows()).isEqualTo(1);
        library.addPages("ceci n’est pas une adresse");
        assertThat(library.said()).contains("n’est pas une adresse web");
    }

    @Test
    void aPageFromInsideIsNotRead() throws Exception {
        LibraryPage library = newBase();
        library.addPages(Installation.address() + "/sign-in.xhtml\nhttp://169.254.169.254/latest/meta-data/");
        assertThat(library.said()).contains("2 pages ajoutées");
        browser.until("both refused", d -> browser.all("tr[data-status=failed]").size() == 2 ? d : null);
        assertThat(browser.text(".docs")).contains("n’est pas celle d’une page publique");
    }

    @Test
    void aTextIsUsedByTheAssistantAndIsGoneWhenItIsRemoved() throws Exception {
        UUID base = (UUID) Database.value(
                "select id from knowledge_base where tenant_id = ? order by created_at limit 1",
                DemoChannel.BOUTIQUE.tenant());
        LibraryPage library = LibraryPage.ofBase(browser, base);
        String name = "Parking " + UUID.randomUUID().toString().substring(0, 8) + ".html";
        library.drop(Files.copy(LibraryPage.sample("Parking.html"), folder.resolve(name)));
        library.has(name, "indexed");
        String key = (String)
                Database.value("select object_key from knowledge_document where base_id = ? and title = ?", base, name);
        Path original = Path.of(Installation.environment("SYLION_STORAGE_ROOT")).resolve(key);
        assertThat(original).exists();

        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes("Le parking des Halles est-il gratuit ?");
        assertThat(String.valueOf(customer.decision(asked).get("output"))).contains("gratuit la première heure");
        customer.settles();
        InboxPage inbox = InboxPage.open(browser);
        inbox.choose(customer.conversation());
        inbox.openTrace();
        inbox.openCited();
        assertThat(library.cited()).contains("gratuit la première heure");
        library = LibraryPage.ofBase(browser, base);
        assertThat(library.uses(name)).isEqualTo("1");

        library.openDocument(name);
        browser.open(browser.path() + "&passage=" + UUID.randomUUID());
        assertThat(browser.text("#replaced")).contains("remplacé");
        library.indexAgain();
        library = LibraryPage.ofBase(browser, base);
        library.has(name, "indexed");
        assertThat(library.uses(name)).as("its passages are others now").isEqualTo("1");

        library.openDocument(name);
        library.remove();
        assertThat(library.said()).contains("est supprimé");
        assertThat(Database.value("select count(*) from knowledge_document where object_key = ?", key))
                .isEqualTo(0L);
        Await.that("the original is gone", () -> !Files.exists(original));
        Await.that(
                "nothing is owed any more",
                () -> Database.value("select count(*) from knowledge_removal where object_key = ?", key)
                        .equals(0L));
    }

    @Test
    void aBaseIsRenamedAndDeletedWithAllThatItHeld() throws Exception {
        LibraryPage library = newBase();
        UUID base = library.base();
        library.drop(LibraryPage.sample("Entretien.md"));
        library.has("Entretien.md", "indexed");
        Path original = Path.of(Installation.environment("SYLION_STORAGE_ROOT"))
                .resolve((String) Database.value("select object_key from knowledge_document where base_id = ?", base));
        String name = "Autre nom " + UUID.randomUUID().toString().substring(0, 8);
        library.renames(name);
        browser.shows("#baseTitle", name);

        assertThat(library.asksToDelete()).contains("Son document et ses passages seront effacés");
        library.deletes();
        assertThat(library.said()).contains(name, "est supprimée avec son document");
        assertThat(browser.text("main")).doesNotContain(name + " 1");
        browser.open("/library/documents.xhtml?base=" + base);
        assertThat(browser.has("[data-problem=missing]")).isTrue();
        Await.that(
                "nothing of it is left",
                () -> Database.value("select count(*) from knowledge_base where id = ?", base)
                        .equals(0L));
        Await.that("the file neither", () -> !Files.exists(original));
    }

    @Test
    void aBaseThatAnAssistantAnswersFromIsKept() throws Exception {
        UUID base = (UUID) Database.value(
                "select base_ids[1] from assistant_assistant where tenant_id = ? and base_ids <> '{}' limit 1",
                DemoChannel.BOUTIQUE.tenant());
        LibraryPage library = LibraryPage.ofBase(browser, base);
        assertThat(library.asksToDelete()).contains("ne peut pas être supprimée");
        assertThat(browser.has("[id='base:delete']")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library/documents.xhtml?base=x",
                "/library/documents.xhtml?base=00000000-0000-0000-0000-000000000000",
                "/library/document.xhtml?id=x",
                "/library/document.xhtml?id=00000000-0000-0000-0000-000000000000",
                "/library/document.xhtml",
                "/knowledge/search.xhtml?base=x",
                "/knowledge/search.xhtml?q=horaires&base=00000000-0000-0000-0000-000000000000",
                "/knowledge/search.xhtml?set=x"
            })
    void whatIsNotThereIsSaidToBeMissing(String address) throws Exception {
        assertThat(StaffSession.of(DemoPerson.LEA).get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherTenantsBaseIsMissingToo() throws Exception {
        UUID base = (UUID) Database.value(
                "select id from knowledge_base where tenant_id = ? limit 1", DemoChannel.ATELIER.tenant());
        UUID document = (UUID) Database.value(
                "select id from knowledge_document where tenant_id = ? limit 1", DemoChannel.ATELIER.tenant());
        StaffSession lea = StaffSession.of(DemoPerson.LEA);
        for (String address : List.of(
                "/library/documents.xhtml?base=" + base,
                "/library/rows.xhtml?base=" + base,
                "/library/document.xhtml?id=" + document,
                "/knowledge/search.xhtml?base=" + base)) {
            assertThat(lea.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void aPlaceThatIsNoNumberIsTheBeginning() throws Exception {
        UUID document = (UUID) Database.value(
                "select id from knowledge_document where tenant_id = ? limit 1", DemoChannel.BOUTIQUE.tenant());
        assertThat(StaffSession.of(DemoPerson.LEA)
                        .get("/library/document.xhtml?first=x&id=" + document)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasTypedIsKeptWhenItIsRefused() {
        LibraryPage library = newBase();
        library.writes("", "Un long texte, collé avec soin.");
        assertThat(library.said()).contains("Il faut un titre et un texte");
        assertThat(browser.find(By.id("article:text")).getDomProperty("value")).contains("collé avec soin");
        browser.open("/library/documents.xhtml");
        assertThat(browser.text("main")).as("said once").doesNotContain("Il faut un titre");
    }

    @Test
    void whatNobodyTouchedForLongIsToBeReviewed() throws Exception {
        LibraryPage library = newBase();
        UUID base = library.base();
        library.writes("Horaires", "Ouvert de neuf à vingt heures.");
        library.has("Horaires", "indexed");
        Database.update(
                "update knowledge_document set changed_at = now() - interval '190 days', reviewed_at = now() - interval '190 days' where base_id = ?",
                base);
        library = LibraryPage.ofBase(browser, base);
        library.has("Horaires", "stale");
        library.show("stale");
        assertThat(library.rows()).isEqualTo(1);
        library.openDocument("Horaires");
        library.review();
        assertThat(library.said()).contains("toujours valable");
        library = LibraryPage.ofBase(browser, base);
        library.has("Horaires", "indexed");
    }

    private static LibraryPage newBase() {
        LibraryPage library = LibraryPage.open(browser);
        library.createBase("Essai " + UUID.randomUUID().toString().substring(0, 8));
        return library;
    }
}
